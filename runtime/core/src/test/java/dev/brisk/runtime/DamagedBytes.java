package dev.brisk.runtime;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BiFunction;

/** Accidents of disks, copies and transfers, which know nothing of what is in a file. */
enum DamagedBytes implements Corruption {
  FLIPPED_BIT(
      (bytes, random) -> {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return bytes;
      }),
  OTHER_BYTE(
      (bytes, random) -> {
        bytes[random.nextInt(bytes.length)] ^= (byte) random.nextInt(1, 256);
        return bytes;
      }),
  OTHER_BLANK(
      (bytes, random) -> {
        int at;
        do {
          at = random.nextInt(8, bytes.length);
        } while (bytes[at] != ' ');
        bytes[at] = '\t';
        return bytes;
      }),
  CUT_SHORT((bytes, random) -> Arrays.copyOf(bytes, random.nextInt(bytes.length))),
  CUT_WITHIN_ITS_FIRST_BYTES(
      (bytes, random) -> Arrays.copyOf(bytes, random.nextInt(Long.BYTES + 2))),
  CUT_WITHIN_ITS_LAST_BYTES(
      (bytes, random) -> Arrays.copyOf(bytes, bytes.length - random.nextInt(1, 9))),
  APPENDED((bytes, random) -> Arrays.copyOf(bytes, bytes.length + random.nextInt(1, 5_000))),
  WRITTEN_TWICE(
      (bytes, random) -> {
        byte[] twice = Arrays.copyOf(bytes, 2 * bytes.length);
        System.arraycopy(bytes, 0, twice, bytes.length, bytes.length);
        return twice;
      }),
  SWAPPED_RANGES(
      (bytes, random) -> {
        byte[] swapped = bytes.clone();
        int length = random.nextInt(1, bytes.length / 4);
        int one = random.nextInt(bytes.length / 2 - length);
        int other = bytes.length / 2 + random.nextInt(bytes.length / 2 - length);
        System.arraycopy(bytes, one, swapped, other, length);
        System.arraycopy(bytes, other, swapped, one, length);
        return swapped;
      }),
  RANGE_OF_ZEROS(
      (bytes, random) -> {
        int from = random.nextInt(bytes.length);
        Arrays.fill(bytes, from, random.nextInt(from + 1, bytes.length + 1), (byte) 0);
        return bytes;
      }),
  RANGE_OF_NOISE(
      (bytes, random) -> {
        int from = random.nextInt(bytes.length);
        int end = Math.min(bytes.length, from + random.nextInt(1, 64));
        for (int i = from; i < end; i++) {
          bytes[i] = (byte) random.nextInt();
        }
        return bytes;
      }),
  ANY_LENGTH_OF_THE_HEADER(
      (bytes, random) -> withHeaderLength(bytes, random.nextLong() >> random.nextInt(64))),
  HOSTILE_LENGTH_OF_THE_HEADER(
      (bytes, random) -> {
        long[] lengths = {
          0, -1, Long.MIN_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE, 1L << 32, bytes.length - 7
        };
        return withHeaderLength(bytes, lengths[random.nextInt(lengths.length)]);
      });

  private final BiFunction<byte[], SplittableRandom, byte[]> change;

  DamagedBytes(BiFunction<byte[], SplittableRandom, byte[]> change) {
    this.change = change;
  }

  private static byte[] withHeaderLength(byte[] bytes, long length) {
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
    return bytes;
  }

  @Override
  public void corrupt(Path checkpoint, SplittableRandom random) throws IOException {
    Files.write(checkpoint, change.apply(Files.readAllBytes(checkpoint), random));
  }

  @Override
  public String reason() {
    return "";
  }
}
