/// Weights as they lie in files: .onnx read and written without its library, safetensors, and the
/// graphs by which ONNX Runtime serves a transformer.
@NullMarked
package io.chihiro.models.onnx;

import org.jspecify.annotations.NullMarked;
