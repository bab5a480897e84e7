package dev.brisk.runtime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Headers that somebody wrote to bring the reader down: something in the header, one of those that
 * are there, is replaced. The length before it is right, and the numbers after it are as they were.
 */
enum HostileHeader implements Corruption {
  SHAPE_BEYOND_LONG(
      "of more elements than a long can count",
      Parts.SHAPE,
      "$1[4294967296,4294967296,4294967296]"),
  SHAPE_BEYOND_INT(
      "which takes 8589934592 bytes", Parts.TENSOR, "$1{$2F32$3:[2147483648],$4[0,8]}"),
  SHAPE_OF_HUGE_NOTHING(
      "too large for an array of Java", Parts.TENSOR, "$1{$2F32$3:[0,4294967296],$4[0,0]}"),
  SHAPE_OF_MANY_DIMENSIONS(
      "more than 16 numbers", Parts.SHAPE, "$1[" + "1,".repeat(100_000) + "1]"),
  NUMBER_BEYOND_LONG("the number is too large", Parts.SHAPE, "$1[" + "9".repeat(100_000) + "]"),
  NEGATIVE_NUMBER("expected a whole number", Parts.SHAPE, "$1[-1]"),
  FRACTION("expected ']'", Parts.SHAPE, "$1[1.0]"),
  EXPONENT("expected ']'", Parts.SHAPE, "$1[1e3]"),
  OFFSETS_THAT_GO_BACK("is damaged: ", Parts.OFFSETS, "$1[8,0]"),
  OFFSETS_BEYOND_LONG("the number is too large", Parts.OFFSETS, "$1[0,9223372036854775808]"),
  OFFSETS_BEYOND_THE_FILE(
      "has those from 0 to 9223372036854775807", Parts.OFFSETS, "$1[0,9223372036854775807]"),
  OFFSETS_OF_A_GAP("is damaged: ", Parts.OFFSETS, "$1[1$2,1$3]"),
  TENSOR_OF_ANOTHER_PLACE("is damaged: ", Parts.OFFSETS, "$1[1,9]"),
  TENSOR_TWICE("comes twice", "(\"[^\"]+\":\\{\"dtype\"[^}]*})", "$1,$1"),
  METADATA_TWICE("the name '__metadata__' comes twice", "^\\{", "{\"__metadata__\":{},"),
  TEXT_TWICE("the name 'run/step' comes twice", "(\"run/step\":\"\\d+\")", "$1,$1"),
  KEY_TWICE("the key 'dtype' is unknown or comes twice", "(\"dtype\":\"F\\d\\d\")", "$1,$1"),
  OTHER_TYPE("is damaged: ", "\"F\\d\\d\"", "\"F16\""),
  DEEP_BRACKETS("expected a whole number", Parts.SHAPE, "$1" + "[".repeat(100_000)),
  DEEP_BRACES("the key 'x' is unknown", "\\{\"dtype\"", "{\"x\":".repeat(100_000)),
  NOTHING_BUT_BRACKETS("expected '{', at character 0", ".+", "[".repeat(100_000)),
  EMPTY("its tensors take 0 bytes", ".+", "{}"),
  LONG_KEY("the key 'xxxx", "\"dtype\"", "\"" + "x".repeat(1_000_000) + "\""),
  NAME_WITHOUT_END("it ends within a string", ".+", "{\"" + "x".repeat(1_000_000)),
  MANY_EMPTY_TENSORS("its checksum is ", "}$", "," + Parts.emptyTensors(200_000) + "}"),
  OTHER_ESCAPES("but not as it was written", "\"run/step\"", "\"run\\\\/step\""),
  BLANKS("but not as it was written", "\":", "\" :"),
  NOT_UTF_8("its header is not UTF-8", "run/step", "run\u00ff\u00fe"),
  SURROGATE_IN_UTF_8("its header is not UTF-8", "run/step", "run\u00ed\u00a0\u0080"),
  LONE_SURROGATE("its checksum is ", "run/step", "\\\\ud800"),
  NO_FORMAT("its metadata has no brisk/format", "\"brisk/format\":\"1\",", ""),
  LONG_FORMAT("has the format 1111", "\"brisk/format\":\"", "$0" + "1".repeat(1_000_000)),
  NO_CHECKSUM("its metadata has no brisk/checksum", "\"brisk/checksum\":\"[0-9a-f]+\",", ""),
  OTHER_CHECKSUM("its checksum is ", "(\"brisk/checksum\":\")[0-9a-f]{4}", "$1zzzz"),
  LONG_CHECKSUM("its checksum is ", "\"brisk/checksum\":\"", "$0" + "f".repeat(1_000_000));

  private static final class Parts {
    private static final String SHAPE = "(\"shape\":)\\[[^]]*]";
    private static final String OFFSETS = "(\"data_offsets\":)\\[(\\d+),(\\d+)]";
    private static final String TENSOR =
        "(\"[^\"]+\":)\\{(\"dtype\":\")F\\d\\d(\",\"shape\"):\\[[^]]*],(\"data_offsets\":)[^}]*}";

    private static String emptyTensors(int count) {
      return IntStream.range(0, count)
          .mapToObj(i -> "\"t" + i + "\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}")
          .collect(Collectors.joining(","));
    }
  }

  private final String reason;
  private final Pattern replaced;
  private final String replacement;

  /** Both as {@link Matcher} has them, in Latin-1, so that a character is a byte. */
  HostileHeader(String reason, String replaced, String replacement) {
    this.reason = reason;
    this.replaced = Pattern.compile(replaced, Pattern.DOTALL);
    this.replacement = replacement;
  }

  @Override
  public void corrupt(Path checkpoint, SplittableRandom random) throws IOException {
    byte[] bytes = Files.readAllBytes(checkpoint);
    int end = 8 + (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    String header = new String(bytes, 8, end - 8, ISO_8859_1).stripTrailing();
    byte[] hostile = hostile(header, random).getBytes(ISO_8859_1);
    byte[] data = Arrays.copyOfRange(bytes, end, bytes.length);
    ByteBuffer file =
        ByteBuffer.allocate(8 + hostile.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
    Files.write(checkpoint, file.putLong(hostile.length).put(hostile).put(data).array());
  }

  private String hostile(String header, SplittableRandom random) {
    int places = (int) replaced.matcher(header).results().count();
    Matcher matcher = replaced.matcher(header);
    for (int drawn = random.nextInt(places); drawn >= 0; drawn--) {
      matcher.find();
    }
    StringBuilder hostile = new StringBuilder();
    matcher.appendReplacement(hostile, replacement);
    return matcher.appendTail(hostile).toString();
  }

  @Override
  public String reason() {
    return reason;
  }
}
