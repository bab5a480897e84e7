package dev.brisk.runtime;

import dev.brisk.checkpoint.Tensor;
import dev.brisk.checkpoint.TensorFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Whole files with a checksum that is right, of a state that no trainer can have been in. */
enum WrongMeaning implements Corruption {
  STEP_BELOW_ZERO("run/step is -1, expected a whole number at least 0", "run/step", "-1"),
  STEP_NOT_A_NUMBER("run/step is 'NaN', expected a whole number", "run/step", "NaN"),
  STEP_BEYOND_LONG("expected a whole number", "run/step", "9223372036854775808"),
  STEP_WITH_AN_EXPONENT("expected a whole number", "run/step", "1e1"),
  STEP_LIKE_A_BOOK("is malformed: run/step is '000", "run/step", "0".repeat(1_000_000) + "9"),
  STEP_OF_CONTROLS("run/step is '?[31m7'", "run/step", "\u001b[31m7"),
  STEP_BEFORE_THE_RUN("run/start is 2, expected a whole number from 0 to 1", "run/step", "1") {
    @Override
    void texts(SortedMap<String, String> texts) {
      texts.put("run/start", "2");
      super.texts(texts);
    }
  },
  RUN_THAT_ENDS_BEFORE_IT_BEGINS("run/start is 1, expected at most run/end", "run/end", "0") {
    @Override
    void texts(SortedMap<String, String> texts) {
      texts.put("run/start", "1");
      super.texts(texts);
    }
  },
  RUN_THAT_ENDS_BELOW_ZERO("run/end is -2, expected", "run/end", "-2"),
  RATE_NOT_A_NUMBER("run/rate is NaN, expected a finite value", "run/rate", "NaN"),
  RATE_BELOW_ZERO("run/rate is -0.5, expected a finite value", "run/rate", "-0.5"),
  RATE_WITHOUT_END("run/rate is Infinity, expected a finite value", "run/rate", "1e999"),
  RATE_LIKE_A_BOOK("is malformed: run/rate is '0.0", "run/rate", "0." + "0".repeat(1_000_000)),
  THIRD_TRUTH_VALUE("run/followsBatch is 2, expected", "run/followsBatch", "2"),
  EPOCH_WITHOUT_STEPS("epochs/steps is -3, expected", "epochs/steps", "-3"),
  EPOCH_AFTER_THE_STEP("epochs/start is 99999, expected", "epochs/start", "99999"),
  MORE_EPOCHS_AT_THE_START("epochs/completedAtRunStart is 9", "epochs/completedAtRunStart", "9"),
  SCALE_ABOVE_ONE("plateau/scale is 1.5, expected a value from 0 to 1", "plateau/scale", "1.5"),
  SCALE_NOT_A_NUMBER("plateau/scale is NaN, expected", "plateau/scale", "NaN"),
  BAD_BELOW_ZERO("plateau/bad is -1, expected", "plateau/bad", "-1"),
  RUN_OF_LESS_THAN_NOTHING("run/length is -1, expected", "run/length", "-1"),
  HISTORY_BELOW_ZERO("history/1 ends at step -1", "history/1", "-1 0.1 0.2 -"),
  HISTORY_WITHOUT_RATE("with the rate NaN", "history/1", "0 NaN 0.2 -"),
  HISTORY_WITH_A_METRIC_TWICE("figures of an epoch", "history/1", "0 1 0.2 0.3 a=1 a=2"),
  HISTORY_LIKE_A_BOOK("figures of an epoch", "history/1", " a=".repeat(300_000)),
  OTHER_TRAINER("is of a trainer xxx", "brisk/trainer", "x".repeat(1_000_000)),
  OTHER_OPTIMIZER("configuration: xxx", "configuration/optimizer", "x".repeat(1_000_000)),
  OTHER_KERNELS("configuration: kernels 'xxx", "configuration/kernels", "x".repeat(1_000_000)),
  OTHER_ANNOTATION("configuration: @Dropped -> none", "configuration/1", "@Dropped"),
  RATES_BEFORE_ANY_STEP("expected steps and their rates", "configuration/rates", "-1=0.1"),
  RATES_WITHOUT_A_STEP("expected steps and their rates", "configuration/rates", "0.1"),
  RATES_LIKE_A_BOOK("steps and their rates", "configuration/rates", "0=1 ".repeat(300_000)),
  MORE_DONE_THAN_THERE_IS("fit/done is 13, expected a whole number from 0 to 12", "fit/done", "13"),
  BATCH_BEYOND_INT("fit/batchSize is 2147483648, expected", "fit/batchSize", "2147483648"),
  LAST_EPOCH_BEFORE_THE_FIRST("fit/lastEpoch is 1, expected at least", "fit/lastEpoch", "1"),
  GOOD_STATE_BELOW_ZERO("good:run/step", "good:run/step", "-1"),
  GOOD_STATE_WITH_MORE_EPOCHS("good:history/", "good:history/", "3"),
  GOOD_STATE_MISSING("run/", "good:run/seed", null) {
    @Override
    void texts(SortedMap<String, String> texts) {
      super.texts(texts);
      texts.remove("run/seed");
    }
  },
  BEST_STATE_BELOW_ZERO("best:run/step is -1, expected", "best:run/step", "-1"),
  BEST_STATE_WITH_MORE_EPOCHS("best:history/ is '3', expected", "best:history/", "3"),
  BEST_STATE_WITHOUT_ITS_SEED("has no best:run/seed", "best:run/seed", null),
  LOSSES_THAT_ARE_NONE("recovery/losses", "recovery/losses", "0.1 x"),
  MORE_LOSSES_THAN_UPDATES("recovery/losses", "recovery/losses", "1 ".repeat(300_000)),
  UPDATES_BELOW_ZERO("recovery/updates", "recovery/updates", "-1"),
  RECOVERY_WITHOUT_FIGURES("recovery/1", "recovery/1", "1 2 3"),
  HALF_A_RECOVERY("has no recovery/", "recovery/firstLoss", "1") {
    @Override
    void texts(SortedMap<String, String> texts) {
      texts.remove("recovery/bestLoss");
      super.texts(texts);
    }
  },
  UNKNOWN_TEXT("which is unknown here", "zzz", "1"),
  UNKNOWN_LONE_SURROGATE("which is unknown here", "\ud800", "\udfff"),
  NO_STEP("has no run/step", "run/step", null),
  NO_OPTIMIZER("has no configuration/optimizer", "configuration/optimizer", null),
  NO_PLATEAU("has no plateau/best", "plateau/best", null),
  NO_TENSOR("has no ") {
    @Override
    void tensors(SortedMap<String, Tensor> tensors, SplittableRandom random) {
      tensors.remove(drawn(tensors, random));
    }
  },
  TENSOR_OF_ANOTHER_SHAPE("is of another model: ") {
    @Override
    void tensors(SortedMap<String, Tensor> tensors, SplittableRandom random) {
      String name = drawn(tensors, random);
      List<Integer> shape = new ArrayList<>(tensors.get(name).shape());
      shape.add(1);
      tensors.put(name, new Tensor(shape, tensors.get(name).values()));
    }
  },
  TENSOR_OF_ANOTHER_TYPE("is of another model: ") {
    @Override
    void tensors(SortedMap<String, Tensor> tensors, SplittableRandom random) {
      String name = drawn(tensors, random);
      Tensor tensor = tensors.get(name);
      int size = tensor.shape().stream().reduce(1, Math::multiplyExact);
      boolean isDouble = tensor.values() instanceof double[];
      tensors.put(name, new Tensor(tensor.shape(), isDouble ? new float[size] : new double[size]));
    }
  },
  MANY_MORE_TENSORS("is of another model: it has another0, F32 of shape [0]") {
    @Override
    void tensors(SortedMap<String, Tensor> tensors, SplittableRandom random) {
      for (int i = 0; i < 20_000; i++) {
        tensors.put("another" + i, new Tensor(List.of(0), new float[0]));
      }
    }
  };

  private final String reason;
  private final String name;
  private final String text;

  WrongMeaning(String reason) {
    this(reason, "", null);
  }

  /**
   * @param text what is written under that name; null to leave it out
   */
  WrongMeaning(String reason, String name, String text) {
    this.reason = reason;
    this.name = name;
    this.text = text;
  }

  @Override
  public void corrupt(Path checkpoint, SplittableRandom random) {
    TensorFile content = TensorFile.read(checkpoint);
    SortedMap<String, String> texts = new TreeMap<>(content.metadata());
    SortedMap<String, Tensor> tensors = new TreeMap<>(content.tensors());
    texts(texts);
    tensors(tensors, random);
    new TensorFile(texts, tensors).write(checkpoint);
  }

  void texts(SortedMap<String, String> texts) {
    if (text == null) {
      texts.remove(name);
    } else {
      texts.put(name, text);
    }
  }

  void tensors(SortedMap<String, Tensor> tensors, SplittableRandom random) {
    // Most are wrong in their texts.
  }

  private static String drawn(SortedMap<String, Tensor> tensors, SplittableRandom random) {
    return List.copyOf(tensors.keySet()).get(random.nextInt(tensors.size()));
  }

  @Override
  public String reason() {
    return reason;
  }
}
