package io.chihiro.models.torch;

/// How the learning rate goes over a training.
public sealed interface Schedule {
  /// The rate of one step.
  ///
  /// @param step from 0
  /// @param steps in all
  double rate(long step, long steps);

  /// Rises linearly over the first share of the steps, then falls linearly to zero: a pretrained
  /// model is not thrown about by Adam's first, badly estimated steps.
  ///
  /// @param peak the highest rate
  /// @param warmUp share of the steps that rise
  record WarmUpLinear(double peak, double warmUp) implements Schedule {
    @Override
    public double rate(long step, long steps) {
      double rising = Math.max(1, Math.ceil(steps * warmUp));
      if (step < rising) {
        return peak * (step + 1) / (rising + 1);
      }
      return peak * Math.max(0, steps - step) / Math.max(1, steps - rising);
    }
  }

  /// Falls along half a cosine (Loshchilov and Hutter 2016, arXiv:1608.03983).
  ///
  /// @param from the rate it begins with
  /// @param to the rate it ends with
  record Cosine(double from, double to) implements Schedule {
    @Override
    public double rate(long step, long steps) {
      return to + (from - to) * (1 + Math.cos(Math.PI * step / steps)) / 2;
    }
  }
}
