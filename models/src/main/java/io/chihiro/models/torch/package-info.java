/// Training, on PyTorch by way of DJL. What serves never loads this: trained weights leave as
/// .onnx or `layers.bin`.
///
/// Whoever trains brings three optional dependencies of this module, `pytorch-engine`,
/// `pytorch-jni` and `pytorch-native-cpu` (classifier `linux-x86_64`), and starts with
/// - `DJL_CACHE_DIR` in the environment: where PyTorch unpacks itself once, 450 MB,
/// - `OMP_WAIT_POLICY=PASSIVE` in the environment: threads that wait otherwise burn what others
///   need, and a step takes eight times as long on a busy machine,
/// - `-Dai.djl.offline=true`: nothing is looked for in the network,
/// - `--enable-native-access=ALL-UNNAMED`.
///
/// A native step cannot be interrupted: a shutdown hook sets the flag that [TrainingRun] asks and
/// joins the thread, or the process dies inside PyTorch.
///
/// Everything here runs in the one thread that trains: PyTorch counts gradients per thread.
@NullMarked
package io.chihiro.models.torch;

import org.jspecify.annotations.NullMarked;
