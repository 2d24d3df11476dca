package io.chihiro.local.backup;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/// A record as it lies in a backup: everything but its offset.
///
/// `partition, timestamp, key, value, number of headers, (name, value)…`; bytes begin with their
/// length, which is -1 for none.
record StoredRecord(
    int partition,
    long timestamp,
    Optional<ByteBuffer> key,
    Optional<ByteBuffer> value,
    List<Header> headers) {
  private static final int NONE = -1;
  private static final int MOST_BYTES = 64 * 1024 * 1024;
  private static final int MOST_HEADERS = 1000;

  static StoredRecord of(ConsumerRecord<byte[], byte[]> message) {
    return new StoredRecord(
        message.partition(),
        message.timestamp(),
        Optional.ofNullable(message.key()).map(ByteBuffer::wrap),
        Optional.ofNullable(message.value()).map(ByteBuffer::wrap),
        List.of(message.headers().toArray()));
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(partition);
    out.writeLong(timestamp);
    bytes(out, array(key));
    bytes(out, array(value));
    out.writeInt(headers.size());
    for (Header header : headers) {
      out.writeUTF(header.key());
      bytes(out, header.value());
    }
  }

  /// Reads the next one; empty at the end.
  static Optional<StoredRecord> read(DataInputStream in) throws IOException {
    int partition;
    try {
      partition = in.readInt();
    } catch (EOFException _) {
      return Optional.empty();
    }
    long timestamp = in.readLong();
    Optional<ByteBuffer> key = bytes(in);
    Optional<ByteBuffer> value = bytes(in);
    return Optional.of(new StoredRecord(partition, timestamp, key, value, headers(in)));
  }

  /// The record, to be written where it came from.
  ProducerRecord<byte[], byte[]> on(String topic) {
    return new ProducerRecord<>(topic, partition, timestamp, array(key), array(value), headers);
  }

  private static List<Header> headers(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > MOST_HEADERS) {
      throw new BrokenBackupException("A record of the backup has " + count + " headers.");
    }
    List<Header> headers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      headers.add(new RecordHeader(in.readUTF(), array(bytes(in))));
    }
    return headers;
  }

  private static byte @Nullable [] array(Optional<ByteBuffer> bytes) {
    return bytes.map(ByteBuffer::array).orElse(null);
  }

  private static void bytes(DataOutputStream out, byte @Nullable [] bytes) throws IOException {
    if (bytes == null) {
      out.writeInt(NONE);
      return;
    }
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static Optional<ByteBuffer> bytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length == NONE) {
      return Optional.empty();
    }
    if (length < 0 || length > MOST_BYTES) {
      throw new BrokenBackupException(
          "A record of the backup says that it has %,d bytes.".formatted(length));
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return Optional.of(ByteBuffer.wrap(bytes));
  }
}
