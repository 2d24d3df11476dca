package io.chihiro.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PlaceOwnerTest {
  @Test
  void aFolderUnderUsersIsThatUsers() {
    assertEquals("haku", PlaceOwner.of("users/haku/2024/IMG_1.HEIC"));
    assertEquals("2024/IMG_1.HEIC", PlaceOwner.seen("users/haku/2024/IMG_1.HEIC"));
    assertEquals("users/haku/", PlaceOwner.folder("haku"));
  }

  @Test
  void everythingElseIsTheOwners() {
    for (String place :
        new String[] {"IMG_1.HEIC", "users/IMG_1.HEIC", "a/users/haku/x", "users/Mum & Dad/x"}) {
      assertEquals("owner", PlaceOwner.of(place), place);
      assertEquals(place, PlaceOwner.seen(place));
    }
    assertEquals("", PlaceOwner.folder("owner"));
  }
}
