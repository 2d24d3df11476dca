package io.chihiro.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
  @TempDir Path folder;

  @Test
  void theTailIsTheLastLines() throws Exception {
    Path log = folder.resolve("a.log");
    assertEquals("", LogFile.tail(log, 2));
    Files.writeString(log, "one\ntwo\nthree\n");
    assertEquals("two\nthree", LogFile.tail(log, 2));
    assertEquals("one\ntwo\nthree", LogFile.tail(log, 9));
  }

  @Test
  void aLogThatHasGrownIsSetAside() throws Exception {
    Path log = folder.resolve("a.log");
    Files.writeString(log, "0123456789");
    LogFile.rotate(log, 10);
    assertEquals("0123456789", Files.readString(log));
    LogFile.rotate(log, 9);
    assertFalse(Files.exists(log));
    assertEquals("0123456789", Files.readString(folder.resolve("a.log.1")));
  }
}
