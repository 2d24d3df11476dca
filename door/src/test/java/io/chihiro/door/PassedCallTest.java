package io.chihiro.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassedCallTest {
  @Test
  void everyEventGoesOnAsItComes() throws IOException {
    List<String> flushed = new ArrayList<>();
    var out =
        new ByteArrayOutputStream() {
          @Override
          public void flush() {
            flushed.add(toString(StandardCharsets.UTF_8));
            reset();
          }
        };
    PassedCall.eachAsItComes(new Events("data: 1\n\n", "data: 2\n\n"), out);

    assertEquals(List.of("data: 1\n\n", "data: 2\n\n"), flushed);
  }

  @Test
  void theSourceIsClosedWhenTheCallerHasGone() {
    Events events = new Events("data: 1\n\n");
    OutputStream gone =
        new OutputStream() {
          @Override
          public void write(int each) throws IOException {
            throw new IOException("the caller has gone");
          }
        };

    assertThrows(IOException.class, () -> PassedCall.eachAsItComes(events, gone));
    assertTrue(events.closed);
  }

  /// Hands out one event at a time, as a connection does.
  private static final class Events extends InputStream {
    private final Iterator<String> events;
    private boolean closed;

    Events(String... events) {
      this.events = List.of(events).iterator();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (!events.hasNext()) {
        return -1;
      }
      byte[] event = events.next().getBytes(StandardCharsets.UTF_8);
      return new ByteArrayInputStream(event).read(buffer, offset, length);
    }

    @Override
    public int read() throws IOException {
      throw new IOException("events are read whole");
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
