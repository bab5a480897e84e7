package dev.brisk.benchmarks.mllib;
import static dev.brisk.Algorithm.*;
import static dev.brisk.ops.Losses.*;
import static dev.brisk.ops.Ops.affine;
import dev.brisk.*;
import dev.brisk.runtime.*;
import dev.brisk.spark.*;
import java.nio.file.Path;
import java.util.*;
public final class Tune {

  @Trainable @Optimizer(value = ADAM, learningRate = 0.1) @Schedule(Decay.COSINE)
  static class DAdam {
    @Parameter(shape = {10, 64}) double[] weights;
    @Parameter(shape = 10) double[] bias;
    @Loss double loss(@Shape(64) double[] features, int label) { return softmaxCrossEntropy(affine(weights, bias, features), label); }
  }

  @Trainable @Optimizer(value = ADAM, learningRate = 0.1) 
  static class DAdamC {
    @Parameter(shape = {10, 64}) double[] weights;
    @Parameter(shape = 10) double[] bias;
    @Loss double loss(@Shape(64) double[] features, int label) { return softmaxCrossEntropy(affine(weights, bias, features), label); }
  }

  @Trainable @Optimizer(value = SGD, learningRate = 0.1, momentum = 0.9, nesterov = true) @Schedule(Decay.COSINE)
  static class DNest {
    @Parameter(shape = {10, 64}) double[] weights;
    @Parameter(shape = 10) double[] bias;
    @Loss double loss(@Shape(64) double[] features, int label) { return softmaxCrossEntropy(affine(weights, bias, features), label); }
  }

  @Trainable @Optimizer(value = SGD, learningRate = 0.1) @Schedule(Decay.COSINE)
  static class DSgd {
    @Parameter(shape = {10, 64}) double[] weights;
    @Parameter(shape = 10) double[] bias;
    @Loss double loss(@Shape(64) double[] features, int label) { return softmaxCrossEntropy(affine(weights, bias, features), label); }
  }

  @Trainable @Optimizer(value = SGD, learningRate = 0.1) 
  static class DSgdC {
    @Parameter(shape = {10, 64}) double[] weights;
    @Parameter(shape = 10) double[] bias;
    @Loss double loss(@Shape(64) double[] features, int label) { return softmaxCrossEntropy(affine(weights, bias, features), label); }
  }

  @Trainable @Optimizer(value = ADAM, learningRate = 0.1) @Schedule(Decay.COSINE)
  static class BAdam {
    @Parameter(shape = {1, 100}) double[] weights;
    @Parameter(shape = 1) double[] bias;
    @Loss double loss(@Shape(100) double[] features, int label) { return binaryCrossEntropy(affine(weights, bias, features)[0], label); }
  }

  @Trainable @Optimizer(value = ADAM, learningRate = 0.1) 
  static class BAdamC {
    @Parameter(shape = {1, 100}) double[] weights;
    @Parameter(shape = 1) double[] bias;
    @Loss double loss(@Shape(100) double[] features, int label) { return binaryCrossEntropy(affine(weights, bias, features)[0], label); }
  }

  @Trainable @Optimizer(value = SGD, learningRate = 0.1, momentum = 0.9, nesterov = true) @Schedule(Decay.COSINE)
  static class BNest {
    @Parameter(shape = {1, 100}) double[] weights;
    @Parameter(shape = 1) double[] bias;
    @Loss double loss(@Shape(100) double[] features, int label) { return binaryCrossEntropy(affine(weights, bias, features)[0], label); }
  }

  @Trainable @Optimizer(value = SGD, learningRate = 0.1) @Schedule(Decay.COSINE)
  static class BSgd {
    @Parameter(shape = {1, 100}) double[] weights;
    @Parameter(shape = 1) double[] bias;
    @Loss double loss(@Shape(100) double[] features, int label) { return binaryCrossEntropy(affine(weights, bias, features)[0], label); }
  }

  @Trainable @Optimizer(value = SGD, learningRate = 0.1) 
  static class BSgdC {
    @Parameter(shape = {1, 100}) double[] weights;
    @Parameter(shape = 1) double[] bias;
    @Loss double loss(@Shape(100) double[] features, int label) { return binaryCrossEntropy(affine(weights, bias, features)[0], label); }
  }

  @Trainable @Optimizer(value = ADAM, learningRate = 0.1) @Schedule(Decay.COSINE)
  static class FAdam {
    @Parameter(shape = {10, 784}) double[] weights;
    @Parameter(shape = 10) double[] bias;
    @Loss double loss(@Shape(784) double[] features, int label) { return softmaxCrossEntropy(affine(weights, bias, features), label); }
  }

  @Trainable @Optimizer(value = ADAM, learningRate = 0.1) 
  static class FAdamC {
    @Parameter(shape = {10, 784}) double[] weights;
    @Parameter(shape = 10) double[] bias;
    @Loss double loss(@Shape(784) double[] features, int label) { return softmaxCrossEntropy(affine(weights, bias, features), label); }
  }

  @Trainable @Optimizer(value = SGD, learningRate = 0.1, momentum = 0.9, nesterov = true) @Schedule(Decay.COSINE)
  static class FNest {
    @Parameter(shape = {10, 784}) double[] weights;
    @Parameter(shape = 10) double[] bias;
    @Loss double loss(@Shape(784) double[] features, int label) { return softmaxCrossEntropy(affine(weights, bias, features), label); }
  }

  @Trainable @Optimizer(value = SGD, learningRate = 0.1) @Schedule(Decay.COSINE)
  static class FSgd {
    @Parameter(shape = {10, 784}) double[] weights;
    @Parameter(shape = 10) double[] bias;
    @Loss double loss(@Shape(784) double[] features, int label) { return softmaxCrossEntropy(affine(weights, bias, features), label); }
  }

  @Trainable @Optimizer(value = SGD, learningRate = 0.1) 
  static class FSgdC {
    @Parameter(shape = {10, 784}) double[] weights;
    @Parameter(shape = 10) double[] bias;
    @Loss double loss(@Shape(784) double[] features, int label) { return softmaxCrossEntropy(affine(weights, bias, features), label); }
  }


  @Trainable @Optimizer(value = LION, learningRate = 0.1) 
  static class DLion {
    @Parameter(shape = {10, 64}) double[] weights;
    @Parameter(shape = 10) double[] bias;
    @Loss double loss(@Shape(64) double[] features, int label) { return softmaxCrossEntropy(affine(weights, bias, features), label); }
  }

  @Trainable @Optimizer(value = LION, learningRate = 0.1) @Schedule(Decay.COSINE)
  static class DLionCos {
    @Parameter(shape = {10, 64}) double[] weights;
    @Parameter(shape = 10) double[] bias;
    @Loss double loss(@Shape(64) double[] features, int label) { return softmaxCrossEntropy(affine(weights, bias, features), label); }
  }

  @Trainable @Optimizer(value = ADAM, learningRate = 0.1, beta2 = 0.95) 
  static class DA95 {
    @Parameter(shape = {10, 64}) double[] weights;
    @Parameter(shape = 10) double[] bias;
    @Loss double loss(@Shape(64) double[] features, int label) { return softmaxCrossEntropy(affine(weights, bias, features), label); }
  }

  @Trainable @Optimizer(value = ADAM, learningRate = 0.1, beta1 = 0.8, beta2 = 0.8, epsilon = 1e-30) 
  static class DA90 {
    @Parameter(shape = {10, 64}) double[] weights;
    @Parameter(shape = 10) double[] bias;
    @Loss double loss(@Shape(64) double[] features, int label) { return softmaxCrossEntropy(affine(weights, bias, features), label); }
  }

  @Trainable @Optimizer(value = ADAM, learningRate = 0.1, beta2 = 0.99, epsilon = 1e-30) 
  static class DA99 {
    @Parameter(shape = {10, 64}) double[] weights;
    @Parameter(shape = 10) double[] bias;
    @Loss double loss(@Shape(64) double[] features, int label) { return softmaxCrossEntropy(affine(weights, bias, features), label); }
  }

  @Trainable @Optimizer(value = ADAM, learningRate = 0.1, beta2 = 0.95, epsilon = 1e-30) @Schedule(Decay.COSINE)
  static class DA95c {
    @Parameter(shape = {10, 64}) double[] weights;
    @Parameter(shape = 10) double[] bias;
    @Loss double loss(@Shape(64) double[] features, int label) { return softmaxCrossEntropy(affine(weights, bias, features), label); }
  }

  @Trainable @Optimizer(value = RPROP, learningRate = 0.1) 
  static class DRprop {
    @Parameter(shape = {10, 64}) double[] weights;
    @Parameter(shape = 10) double[] bias;
    @Loss double loss(@Shape(64) double[] features, int label) { return softmaxCrossEntropy(affine(weights, bias, features), label); }
  }
  interface Made<T, E> { E examples(double[][] x, int[] y); }
  static <T extends DoubleTrainer<E>, E extends Examples<E>> void go(TrainerFactory<T> f, E ex, Data data, int shards, String[] a, int at) {
    var training = SparkTraining.<T, E>withoutSpark(f);
    var sh = Shards.inMemory(ex, shards);
    for (int rep = 0; rep < 2; rep++) {
    T t = f.create(1);
    for (int i = at; i < a.length; i++) {
      String[] p = a[i].split(":");
      int batch = Math.min(data.size(), Integer.parseInt(p[1])), k = Integer.parseInt(p[2]);
      t.baseLearningRate(Double.parseDouble(p[3]));
      var tr = k > 0 ? training.localSteps(k) : training;
      long t0 = System.nanoTime();
      tr.fit(t, sh, Fit.epochs(Integer.parseInt(p[0])).batchSize(batch).shuffle(!Boolean.getBoolean("ordered")));
      double ms = (System.nanoTime() - t0) / 1e6;
      double[] w = new double[t.layout().get(t.layout().size() - 1).end()];
      t.parameters(w);
      System.out.printf("%s -> %.10f  (%.0f ms in one thread)%n", a[i], model(w, data).loss(data), ms);
    }
    }
  }
  static LinearModel model(double[] w, Data d) {
    int D = d.width();
    if (d.classes() == 2) return LinearModel.binary(Arrays.copyOf(w, D), w[D]);
    double[][] W = new double[d.classes()][];
    for (int k = 0; k < W.length; k++) W[k] = Arrays.copyOfRange(w, k * D, k * D + D);
    return new LinearModel(W, Arrays.copyOfRange(w, W.length * D, w.length));
  }
  static Data rep(Data d, int n) {
    double[][] x = new double[d.size() * n][]; int[] y = new int[x.length];
    for (int i = 0; i < x.length; i++) { x[i] = d.features()[i % d.size()]; y[i] = d.labels()[i % d.size()]; }
    return new Data(x, y, d.classes());
  }
  public static void main(String[] a) throws Exception {
    Data d = switch (a[1]) {
      case "digits" -> Data.digits();
      case "digits50" -> rep(Data.digits(), 50);
      case "fashion" -> Data.garments(Path.of("/usr/share/datasets/fashion-mnist"));
      default -> Data.logistic(Integer.parseInt(a[1].split("/")[0]), 100, Double.parseDouble(a[1].split("/")[1]), 1);
    };
    int s = Integer.parseInt(a[2]);
    switch (a[0]) {
      case "DAdam" -> go(x -> new Tune_DAdamTrainer(new DAdam(), x), Tune_DAdamTrainer.examples(d.features(), d.labels()), d, s, a, 3);
      case "DAdamC" -> go(x -> new Tune_DAdamCTrainer(new DAdamC(), x), Tune_DAdamCTrainer.examples(d.features(), d.labels()), d, s, a, 3);
      case "DNest" -> go(x -> new Tune_DNestTrainer(new DNest(), x), Tune_DNestTrainer.examples(d.features(), d.labels()), d, s, a, 3);
      case "DSgd" -> go(x -> new Tune_DSgdTrainer(new DSgd(), x), Tune_DSgdTrainer.examples(d.features(), d.labels()), d, s, a, 3);
      case "DSgdC" -> go(x -> new Tune_DSgdCTrainer(new DSgdC(), x), Tune_DSgdCTrainer.examples(d.features(), d.labels()), d, s, a, 3);
      case "BAdam" -> go(x -> new Tune_BAdamTrainer(new BAdam(), x), Tune_BAdamTrainer.examples(d.features(), d.labels()), d, s, a, 3);
      case "BAdamC" -> go(x -> new Tune_BAdamCTrainer(new BAdamC(), x), Tune_BAdamCTrainer.examples(d.features(), d.labels()), d, s, a, 3);
      case "BNest" -> go(x -> new Tune_BNestTrainer(new BNest(), x), Tune_BNestTrainer.examples(d.features(), d.labels()), d, s, a, 3);
      case "BSgd" -> go(x -> new Tune_BSgdTrainer(new BSgd(), x), Tune_BSgdTrainer.examples(d.features(), d.labels()), d, s, a, 3);
      case "BSgdC" -> go(x -> new Tune_BSgdCTrainer(new BSgdC(), x), Tune_BSgdCTrainer.examples(d.features(), d.labels()), d, s, a, 3);
      case "FAdam" -> go(x -> new Tune_FAdamTrainer(new FAdam(), x), Tune_FAdamTrainer.examples(d.features(), d.labels()), d, s, a, 3);
      case "FAdamC" -> go(x -> new Tune_FAdamCTrainer(new FAdamC(), x), Tune_FAdamCTrainer.examples(d.features(), d.labels()), d, s, a, 3);
      case "FNest" -> go(x -> new Tune_FNestTrainer(new FNest(), x), Tune_FNestTrainer.examples(d.features(), d.labels()), d, s, a, 3);
      case "FSgd" -> go(x -> new Tune_FSgdTrainer(new FSgd(), x), Tune_FSgdTrainer.examples(d.features(), d.labels()), d, s, a, 3);
      case "FSgdC" -> go(x -> new Tune_FSgdCTrainer(new FSgdC(), x), Tune_FSgdCTrainer.examples(d.features(), d.labels()), d, s, a, 3);
      case "DLion" -> go(x -> new Tune_DLionTrainer(new DLion(), x), Tune_DLionTrainer.examples(d.features(), d.labels()), d, s, a, 3);
      case "DLionCos" -> go(x -> new Tune_DLionCosTrainer(new DLionCos(), x), Tune_DLionCosTrainer.examples(d.features(), d.labels()), d, s, a, 3);
      case "DA95" -> go(x -> new Tune_DA95Trainer(new DA95(), x), Tune_DA95Trainer.examples(d.features(), d.labels()), d, s, a, 3);
      case "DA90" -> go(x -> new Tune_DA90Trainer(new DA90(), x), Tune_DA90Trainer.examples(d.features(), d.labels()), d, s, a, 3);
      case "DA99" -> go(x -> new Tune_DA99Trainer(new DA99(), x), Tune_DA99Trainer.examples(d.features(), d.labels()), d, s, a, 3);
      case "DA95c" -> go(x -> new Tune_DA95cTrainer(new DA95c(), x), Tune_DA95cTrainer.examples(d.features(), d.labels()), d, s, a, 3);
      case "DRprop" -> go(x -> new Tune_DRpropTrainer(new DRprop(), x), Tune_DRpropTrainer.examples(d.features(), d.labels()), d, s, a, 3);
      default -> throw new IllegalArgumentException(a[0]);
    }
  }
}
