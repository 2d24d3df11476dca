package io.chihiro.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;

/// Lucene's HNSW graph over floats with its own settings, in one segment, mapped.
final class LuceneGraph implements AutoCloseable {
  private static final String FIELD = "vector";

  /// More than the vectors need, so that they stay one segment, and its number the vector's.
  private static final double BUFFER_MEBIBYTES = 1024;

  private final Directory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  LuceneGraph(Path folder) throws IOException {
    this.directory = new MMapDirectory(folder);
    this.reader = DirectoryReader.open(directory);
    this.searcher = new IndexSearcher(reader);
  }

  static void write(Path folder, GeneratedVectors vectors) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig().setRAMBufferSizeMB(BUFFER_MEBIBYTES);
    try (Directory directory = new MMapDirectory(folder);
        IndexWriter writer = new IndexWriter(directory, config)) {
      vectors.forEach((_, vector) -> add(writer, vector));
      writer.forceMerge(1);
    }
  }

  /// The nearest of those that a walk comes by.
  ///
  /// @param candidates how many are kept on the way
  List<Integer> nearest(float[] query, int limit, int candidates) throws IOException {
    List<Integer> nearest = new ArrayList<>();
    KnnFloatVectorQuery walk = new KnnFloatVectorQuery(FIELD, query, candidates);
    for (ScoreDoc hit : searcher.search(walk, limit).scoreDocs) {
      nearest.add(hit.doc);
    }
    return nearest;
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
  }

  private static void add(IndexWriter writer, float[] vector) {
    Document document = new Document();
    document.add(new KnnFloatVectorField(FIELD, vector, VectorSimilarityFunction.DOT_PRODUCT));
    try {
      long _ = writer.addDocument(document);
    } catch (IOException e) {
      throw new UncheckedIOException("Lucene's index cannot be written", e);
    }
  }
}
