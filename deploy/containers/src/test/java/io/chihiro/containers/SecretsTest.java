package io.chihiro.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `deploy/secrets.sh` makes what has to be kept secret.
class SecretsTest {
  @TempDir Path folder;

  @Test
  void everyPasswordIsAWordOfItsOwnThatNobodyElseMayRead() throws Exception {
    String said = run();

    List<String> secrets =
        Files.readAllLines(folder.resolve(".env")).stream()
            .filter(line -> line.matches("[A-Z_]+(PASSWORD|KEY)=.*"))
            .map(line -> line.substring(line.indexOf('=') + 1))
            .toList();
    assertEquals(
        5, secrets.stream().distinct().filter(each -> each.matches("[0-9a-f]{40}")).count());
    assertEquals("rw-------", permissions(".env"));
    assertEquals("rwx------", permissions("secrets"));
    String token = token("token");
    String between = token("service-token");
    assertNotEquals(token, between);
    secrets.forEach(each -> assertTrue(!said.contains(each), "a secret is shown"));
    assertTrue(!said.contains(token) && !said.contains(between), "a token is shown");
  }

  @Test
  void whatIsThereStays() throws Exception {
    var _ = run();
    String first = Files.readString(folder.resolve(".env"));
    String token = Files.readString(folder.resolve("secrets/token"));
    var _ = run();

    assertEquals(first, Files.readString(folder.resolve(".env")));
    assertEquals(token, Files.readString(folder.resolve("secrets/token")));
  }

  private String run() throws IOException, InterruptedException {
    Path example = folder.resolve(".env.example");
    if (!Files.exists(example)) {
      Files.copy(DeployFiles.DEPLOY.resolve(".env.example"), example);
    }
    String script = DeployFiles.DEPLOY.resolve("secrets.sh").toString();
    Process process =
        new ProcessBuilder("bash", script, folder.toString()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said;
  }

  private String token(String name) throws IOException {
    assertEquals("r--r--r--", permissions("secrets/" + name));
    String token = Files.readString(folder.resolve("secrets").resolve(name));
    assertTrue(token.matches("[0-9a-f]{64}"), name);
    return token;
  }

  private String permissions(String file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file)));
  }
}
