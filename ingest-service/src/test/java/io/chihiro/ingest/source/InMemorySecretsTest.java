package io.chihiro.ingest.source;

class InMemorySecretsTest extends SecretsContract {
  @Override
  Secrets secrets() {
    return new InMemorySecrets();
  }
}
