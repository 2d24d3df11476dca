/// Training, on PyTorch by way of DJL. What serves never loads this: trained weights leave as
/// .onnx or `layers.bin`.
///
/// Everything here runs in the one thread that trains: PyTorch counts gradients per thread.
@NullMarked
package io.chihiro.models.torch;

import org.jspecify.annotations.NullMarked;
