/// Model stores that lie in a bucket of S3's kind.
@NullMarked
package io.chihiro.models.bucket;

import org.jspecify.annotations.NullMarked;
