package dev.brisk.processor;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** How a message of Brisk reads: its id, then three sentences or more. */
public final class MessageForm {
  private static final Pattern SENTENCES =
      Pattern.compile("brisk\\[[a-z-]+]: \\S.+[^.]\\. \\S.+[^.]\\. \\S.+[^.]\\.");

  /** Code of a user between backticks, which may have a full stop and a blank in it. */
  private static final String CODE = "`[^`]*`";

  private MessageForm() {}

  public static boolean isKept(String message) {
    return SENTENCES.matcher(message).matches() && uncapitalised(message).isEmpty();
  }

  /** Sentences after the first that begin with neither a capital letter, a digit nor code. */
  static List<String> uncapitalised(String message) {
    return Arrays.stream(message.replaceAll(CODE, "`code`").split("\\. "))
        .skip(1)
        .filter(sentence -> !sentence.matches("(?s)[A-Z0-9`@'-].*"))
        .toList();
  }
}
