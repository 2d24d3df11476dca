/// Where the originals lie: a folder, or a bucket behind the S3 API.
@NullMarked
package io.chihiro.ocr.bucket;

import org.jspecify.annotations.NullMarked;
