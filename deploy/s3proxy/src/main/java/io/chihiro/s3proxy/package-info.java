/// A server that speaks S3, for tests.
@NullMarked
package io.chihiro.s3proxy;

import org.jspecify.annotations.NullMarked;
