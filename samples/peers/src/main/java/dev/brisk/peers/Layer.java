package dev.brisk.peers;

/** A layer of a network. What it is written as, the script of PyTorch reads. */
sealed interface Layer {
  /** A layer with weights and, zero at first, biases. */
  sealed interface Weighted extends Layer {
    int outputs();

    /** The weights of one output. */
    int fanIn();

    /** The first weights, row-major, a row an output: as PyTorch draws them. */
    default float[] weights(int stream) {
      return Uniform.array(stream, outputs() * fanIn(), (float) (1 / Math.sqrt(fanIn())));
    }

    default int parameters() {
      return outputs() * (fanIn() + 1);
    }
  }

  /** Weighted sums of all inputs. */
  record Dense(int inputs, int outputs) implements Weighted {
    @Override
    public int fanIn() {
      return inputs;
    }

    @Override
    public String toString() {
      return "dense:" + inputs + ":" + outputs;
    }
  }

  /** A square filter, moved by one, without padding; images are square, channel by channel. */
  record Convolution(int channels, int outputs, int size) implements Weighted {
    @Override
    public int fanIn() {
      return channels * size * size;
    }

    @Override
    public String toString() {
      return "convolution:" + channels + ":" + outputs + ":" + size;
    }
  }

  /** The largest of each square, side by side; what is left over at the border is dropped. */
  record MaxPool(int size) implements Layer {
    @Override
    public String toString() {
      return "pool:" + size;
    }
  }

  /** Zero where the input is negative. */
  record Relu() implements Layer {
    @Override
    public String toString() {
      return "relu";
    }
  }
}
