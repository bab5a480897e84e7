package dev.brisk.samples.clicks;

import java.util.Random;
import java.util.stream.IntStream;

/**
 * Clicks by a known law, so that it is known how well they can be predicted at best.
 *
 * <p>The logarithm of the odds is a sum: a constant, one number each for advertiser, page, hour and
 * user, and one for advertiser and page together. All are drawn from a normal distribution, once. A
 * few advertisers, pages and users make most of the traffic, as is usual.
 */
public final class ClickProcess {
  private static final int ADVERTISERS = 12;
  private static final int PAGES = 25;
  private static final int HOURS = 24;
  private static final int USERS = 200;
  private static final double LOG_ODDS = -2;
  private static final double DEVIATION = 0.6;

  private final Random random;
  private final double[] advertisers;
  private final double[] pages;
  private final double[] hours;
  private final double[] users;
  private final double[] placements;

  public ClickProcess(long seed) {
    random = new Random(seed);
    advertisers = effects(ADVERTISERS);
    pages = effects(PAGES);
    hours = effects(HOURS);
    users = effects(USERS);
    placements = effects(ADVERTISERS * PAGES);
  }

  private double[] effects(int size) {
    return IntStream.range(0, size).mapToDouble(i -> DEVIATION * random.nextGaussian()).toArray();
  }

  /** The next event. */
  public Event next() {
    Impression impression =
        new Impression(
            oftenLow(ADVERTISERS), oftenLow(PAGES), random.nextInt(HOURS), oftenLow(USERS));
    return new Event(impression, random.nextDouble() < probability(impression));
  }

  private int oftenLow(int bound) {
    double uniform = random.nextDouble();
    return (int) (bound * uniform * uniform);
  }

  /** The probability of a click, which no one who predicts is told. */
  public double probability(Impression shown) {
    double logOdds =
        LOG_ODDS
            + advertisers[shown.advertiser()]
            + pages[shown.page()]
            + hours[shown.hour()]
            + users[shown.user()]
            + placements[shown.advertiser() * PAGES + shown.page()];
    return 1 / (1 + Math.exp(-logOdds));
  }
}
