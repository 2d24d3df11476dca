package io.chihiro.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.door.Identity.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceTokenTest {
  private static final String TOKEN = "0123456789abcdef0123456789abcdef";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void writeToken() throws IOException {
    file = Files.writeString(folder.resolve("service-token"), TOKEN + "\n");
  }

  @Test
  void theFrontDoorSaysInWhoseNameItCalls() {
    var headers = token().headers("haku", Role.MEMBER);

    assertEquals("Bearer " + TOKEN, headers.get("Authorization"));
    Identity haku =
        token()
            .read(TOKEN, headers.get("X-Chihiro-User"), headers.get("X-Chihiro-Role"))
            .orElseThrow();
    assertEquals("haku", haku.user());
    assertEquals(Role.MEMBER, haku.role());
    assertTrue(ServiceToken.letIn(haku));
  }

  @Test
  void nobodyElseMaySayThat() {
    assertEquals(Optional.empty(), token().read("f".repeat(32), "haku", "owner"));
    assertFalse(ServiceToken.letIn(Identity.owner("owner's token")));
  }

  @Test
  void whoNamesNobodyOrNonsenseIsAStranger() {
    assertEquals(Optional.empty(), token().read(TOKEN, null, "owner"));
    assertEquals(Optional.empty(), token().read(TOKEN, "haku", null));
    assertEquals(Optional.empty(), token().read(TOKEN, "haku/../owner", "member"));
    assertEquals(Optional.empty(), token().read(TOKEN, "haku", "emperor"));
  }

  @Test
  void aSignatureDependsOnTheTextAndTheToken() throws IOException {
    ServiceToken one = token();
    Files.writeString(file, "f".repeat(32));
    ServiceToken other = token();

    assertEquals(one.sign("a"), one.sign("a"));
    assertNotEquals(one.sign("a"), one.sign("b"));
    assertNotEquals(one.sign("a"), other.sign("a"));
  }

  @Test
  void aSignatureIsTheHmacThatAnyoneWithTheTokenComputes() {
    assertEquals(
        "d664f166c99c97dd67e3cb260ef65424fdf0630a96984b94ea85d35642aefbe5", token().sign("page"));
  }

  private ServiceToken token() {
    return new ServiceToken(new DoorFiles(file, file));
  }
}
