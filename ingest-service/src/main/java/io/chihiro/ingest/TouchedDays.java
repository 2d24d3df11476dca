package io.chihiro.ingest;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.streams.processor.TaskId;

/// What the topology's tasks tell the outside: how many days wait, how many moments were made.
/// Thread-safe.
public final class TouchedDays {
  private final Map<TaskId, Integer> waiting = new ConcurrentHashMap<>();
  private final AtomicLong written = new AtomicLong();
  private final AtomicLong withdrawn = new AtomicLong();

  void set(TaskId task, int days) {
    waiting.put(task, days);
  }

  void forget(TaskId task) {
    waiting.remove(task);
  }

  void countWritten() {
    written.incrementAndGet();
  }

  void countWithdrawn() {
    withdrawn.incrementAndGet();
  }

  /// Days touched whose moment is not yet safely written.
  public long waiting() {
    return waiting.values().stream().mapToLong(Integer::longValue).sum();
  }

  /// The same, by the partition that they are in; absent is one that this copy does not have.
  Map<Integer, Long> byPartition() {
    Map<Integer, Long> days = new TreeMap<>();
    waiting.forEach((task, touched) -> days.merge(task.partition(), (long) touched, Long::sum));
    return days;
  }

  /// Moments written since the start.
  public long written() {
    return written.get();
  }

  /// Moments taken back since the start.
  public long withdrawn() {
    return withdrawn.get();
  }
}
