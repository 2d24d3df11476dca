/// Days become vectors: `MOMENTS → EmbedMoments → VECTORS`.
@NullMarked
package io.chihiro.embedding;

import org.jspecify.annotations.NullMarked;
