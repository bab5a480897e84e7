package dev.brisk.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.brisk.checkpoint.Header.Place;
import dev.brisk.checkpoint.HeaderReader.MalformedHeaderException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderReaderTest {
  private static final String TENSOR = "{'dtype':'F32','shape':[2,3],'data_offsets':[0,24]}";

  private static Header read(String text) throws MalformedHeaderException {
    return HeaderReader.read(text.replace('\'', '"'));
  }

  @Test
  void readsTensorsAndMetadata() throws MalformedHeaderException {
    Header header =
        read(
            """
            { '__metadata__' : { 'a' : 'b' } ,
              'w' : { 'data_offsets' : [ 0 , 24 ] , 'shape' : [2,3], 'dtype' : 'F32' } }\t
            """);

    assertThat(header.metadata()).isEqualTo(Map.of("a", "b"));
    assertThat(header.places())
        .isEqualTo(Map.of("w", new Place(DataType.F32, List.of(2L, 3L), 0, 24)));
  }

  @Test
  void readsAScalarAndAnEmptyHeader() throws MalformedHeaderException {
    assertThat(read("{}").places()).isEmpty();
    assertThat(read("{'x':{'dtype':'F64','shape':[],'data_offsets':[0,8]}}").places().get("x"))
        .isEqualTo(new Place(DataType.F64, List.of(), 0, 8));
  }

  @Test
  void readsEveryEscape() throws MalformedHeaderException {
    String text = "{\"__metadata__\":{\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\u20AC\":\"\"}}";

    assertThat(HeaderReader.read(text).metadata()).containsKey("\"\\/\b\f\n\r\t\u00e9\u20ac");
  }

  @Test
  void readsWhatAHeaderWrites() throws MalformedHeaderException {
    String odd = "\"\\\n\u0001\u007f\u00e9\u20ac \ud83d\ude00 @Optimizer(value = ADAM)";
    Header header =
        new Header(
            new TreeMap<>(Map.of(odd, odd)),
            new TreeMap<>(Map.of(odd, new Place(DataType.F64, List.of(0L, 7L), 5, 5))));

    assertThat(HeaderReader.read(header.text())).isEqualTo(header);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{}}",
        "{} x",
        "{,}",
        "{'w'}",
        "{'w':}",
        "{'w':{}}",
        "{'w':[]}",
        "{'w':'text'}",
        "{'w':1}",
        "{'w':null}",
        "{w:{}}",
        "{'w':{'dtype':'F32','shape':[1]}}",
        "{'w':{'dtype':'F32','shape':[1],'data_offsets':[0]}}",
        "{'w':{'dtype':'F32','shape':[1],'data_offsets':[0,4,8]}}",
        "{'w':{'dtype':'F32','shape':[1],'data_offsets':[0,4],}}",
        "{'w':{'dtype':'F32','shape':[1,],'data_offsets':[0,4]}}",
        "{'w':{'dtype':'F32','shape':[1 1],'data_offsets':[0,4]}}",
        "{'w':{'dtype':'F32','shape':[[1]],'data_offsets':[0,4]}}",
        "{'w':{'dtype':'F32','shape':[-1],'data_offsets':[0,4]}}",
        "{'w':{'dtype':'F32','shape':[1.0],'data_offsets':[0,4]}}",
        "{'w':{'dtype':'F32','shape':[1e0],'data_offsets':[0,4]}}",
        "{'w':{'dtype':'F32','shape':[01],'data_offsets':[0,4]}}",
        "{'w':{'dtype':'F32','shape':['1'],'data_offsets':[0,4]}}",
        "{'w':{'dtype':'F32','shape':{},'data_offsets':[0,4]}}",
        "{'__metadata__':{'a':1}}",
        "{'__metadata__':{'a':{}}}",
        "{'__metadata__':[]}",
        "{'__metadata__':{'a\nb':''}}",
        "{'__metadata__':{'a\\x':''}}",
        "{'__metadata__':{'a\\u12':''}}",
        "{'__metadata__':{'a\\u\u0661\u0661\u0661\u0661':''}}",
      })
  void refusesWhatIsNoHeader(String text) {
    assertThatExceptionOfType(MalformedHeaderException.class).isThrownBy(() -> read(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'w':T,'w':T} | the name 'w' comes twice, at character ",
        "{'__metadata__':{},'__metadata__':{}} | the name '__metadata__' comes twice",
        "{'__metadata__':{'a':'','a':''}} | the name 'a' comes twice",
        "{'w':{'dtype':'F32','dtype':'F32'}} | the key 'dtype' is unknown or comes twice",
        "{'w':{'stride':[1]}} | the key 'stride' is unknown or comes twice",
        "{'w':{'dtype':'F12'}} | the dtype 'F12' is unknown",
        "{'w':{'shape':[99999999999999999999]}} | the number is too large",
        "{'w':{'shape':[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]}} | more than 16 numbers",
      })
  void saysWhatIsWrong(String text, String reason) {
    assertThatExceptionOfType(MalformedHeaderException.class)
        .isThrownBy(() -> read(text.replace("T", TENSOR)))
        .withMessageContaining(reason);
  }

  @Test
  void doesNotDescendIntoWhatIsNestedDeeply() {
    for (String bracket : List.of("[", "{", "{'w':", "{'w':{'shape':[")) {
      assertThatExceptionOfType(MalformedHeaderException.class)
          .isThrownBy(() -> read("{'w':" + bracket.repeat(1_000_000)));
    }
  }
}
