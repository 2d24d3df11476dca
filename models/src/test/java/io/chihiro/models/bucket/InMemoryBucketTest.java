package io.chihiro.models.bucket;

class InMemoryBucketTest extends ModelBucketContract {
  private final InMemoryBucket bucket = new InMemoryBucket();

  @Override
  ModelBucket bucket() {
    return bucket;
  }
}
