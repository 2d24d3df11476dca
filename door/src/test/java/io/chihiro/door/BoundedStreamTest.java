package io.chihiro.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class BoundedStreamTest {
  @Test
  void aBodyWithinItsBoundIsReadWhole() throws IOException {
    assertEquals(10, stream(10).readAllBytes().length);
  }

  @Test
  void aLongerOneIsRefusedHoweverItIsRead() {
    assertEquals(
        413, assertThrows(RefusedException.class, () -> stream(11).readAllBytes()).status());
    assertThrows(RefusedException.class, () -> oneByOne(stream(11)));
  }

  private static void oneByOne(BoundedStream stream) throws IOException {
    int read = 0;
    while (read >= 0) {
      read = stream.read();
    }
  }

  private static BoundedStream stream(int bytes) {
    return new BoundedStream(new ByteArrayInputStream(new byte[bytes]), 10);
  }
}
