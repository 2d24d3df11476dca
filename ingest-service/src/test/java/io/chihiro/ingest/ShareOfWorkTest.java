package io.chihiro.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShareOfWorkTest {
  @Test
  void nothingWaitsOnlyWhenSomebodyKnowsOfEveryPartition() {
    ShareOfWork one = share(Map.of(0, 0L, 2, 0L));
    ShareOfWork other = share(Map.of(1, 0L, 3, 0L));

    assertEquals(0, ShareOfWork.touched(List.of(one, other)));
    assertEquals(2, ShareOfWork.touched(List.of(one)), "two are moving, or their copy is gone");
    assertEquals(2, ShareOfWork.touched(List.of(one, ShareOfWork.UNKNOWN)));
  }

  @Test
  void theDaysOfAllCopiesCount() {
    assertEquals(
        7, ShareOfWork.touched(List.of(share(Map.of(0, 3L, 1, 0L)), share(Map.of(2, 4L, 3, 0L)))));
  }

  private static ShareOfWork share(Map<Integer, Long> touched) {
    return new ShareOfWork(0, 0, touched);
  }
}
