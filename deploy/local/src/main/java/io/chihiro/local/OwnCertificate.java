package io.chihiro.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// A certificate for 127.0.0.1 that has signed itself, for tests of what is encrypted: whoever is
/// to believe it must be told so.
///
/// @param certificate PEM, for the server and for whoever is to trust it
/// @param key PEM, for the server alone
/// @param store both for servers in Java, PKCS #12
/// @param password of the store
public record OwnCertificate(Path certificate, Path key, Path store, String password) {
  private static final String ALIAS = "own";
  private static final String PASSWORD = "only-for-a-test";

  /// Makes one, with the JDK's own tool.
  ///
  /// @param folder where its files are to lie
  /// @throws IllegalStateException if the tool cannot make it
  public static OwnCertificate make(Path folder) throws InterruptedException {
    Path store = folder.resolve("own.p12");
    try {
      Files.createDirectories(folder);
      Process tool = new ProcessBuilder(command(store)).redirectErrorStream(true).start();
      String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (tool.waitFor() != 0) {
        throw new IllegalStateException("cannot make a certificate: " + said);
      }
      return taken(folder, store);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a certificate in " + folder, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot read the certificate that was made", e);
    }
  }

  private static List<String> command(Path store) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-genkeypair", "-alias", ALIAS, "-dname", "CN=127.0.0.1"));
    command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1", "-validity", "2"));
    command.addAll(List.of("-ext", "san=ip:127.0.0.1", "-ext", "bc:critical=ca:true"));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
    command.addAll(List.of("-keystore", store.toString()));
    return command;
  }

  private static OwnCertificate taken(Path folder, Path file)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    byte[] certificate = store.getCertificate(ALIAS).getEncoded();
    byte[] key = store.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded();
    return new OwnCertificate(
        pem(folder.resolve("own.crt"), "CERTIFICATE", certificate),
        pem(folder.resolve("own.key"), "PRIVATE KEY", key),
        file,
        PASSWORD);
  }

  private static Path pem(Path file, String what, byte[] content) throws IOException {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return Files.writeString(
        file, "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, lines, what));
  }
}
