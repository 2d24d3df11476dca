/// What is learned, one readable file each. No Kafka, no CDI: streams in and out.
@NullMarked
package io.chihiro.models;

import org.jspecify.annotations.NullMarked;
