package io.chihiro.models.tastes;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.chihiro.models.BrokenModelException;
import io.chihiro.models.tastes.ItemWeights.Weighed;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What several people took to, as a version in the model store has it: weights between songs that
/// enough of them took to, and nobody's name. Immutable.
///
/// @param weights between songs
/// @param judged how good they are
public record SharedTastes(ItemWeights weights, Judged judged) {
  /// The model's name.
  public static final String NAME = "tastes";

  /// The file of the songs, and of how they were judged.
  public static final String SONGS = "songs.json";

  /// The file of the weights.
  public static final String WEIGHTS = "weights.bin";

  /// So many people have to agree before anything is learned: an interval over fewer says nothing.
  public static final int FEWEST_PEOPLE = 10;

  /// A song that fewer people took to is no song of the model, and whoever took to fewer songs
  /// teaches nothing.
  public static final int CORE = 5;

  /// With fewer songs the ten that are shown are most of them, and chance is right as well.
  public static final int FEWEST_SONGS = 30;

  /// The inverse of EASE takes the cube of it in time, twenty-eight times.
  public static final int MOST_SONGS = 2_000;

  private static final int MAGIC = 0x43485457;
  private static final int VERSION = 1;
  private static final JsonMapper JSON = new JsonMapper();

  /// How a version was judged.
  ///
  /// @param by which model's weights these are
  /// @param reason the gate's sentence
  /// @param people who were learned from
  public record Judged(String by, String reason, int people) {}

  record SongFile(String by, String reason, int people, List<Named> songs) {}

  record Named(String id, String title, String artist) {
    static Named of(Item item) {
      return new Named(item.id(), item.title(), item.artist());
    }

    Item item() {
      return new Item(id, title, artist, Optional.empty(), Optional.empty());
    }
  }

  /// Writes both files into the folder of a version.
  public void write(Path folder) throws IOException {
    SongFile songs =
        new SongFile(
            judged.by(),
            judged.reason(),
            judged.people(),
            weights.items().stream().map(Named::of).toList());
    Files.write(folder.resolve(SONGS), JSON.writeValueAsBytes(songs));
    try (DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(Files.newOutputStream(folder.resolve(WEIGHTS))))) {
      out.writeInt(MAGIC);
      out.writeInt(VERSION);
      for (int item = 0; item < weights.items().size(); item++) {
        write(weights.row(item), out);
      }
    }
  }

  private static void write(List<Weighed> row, DataOutputStream out) throws IOException {
    out.writeInt(row.size());
    for (Weighed each : row) {
      out.writeInt(each.from());
      out.writeFloat(each.weight());
    }
  }

  /// Reads both files.
  ///
  /// @throws BrokenModelException if one of them is missing, or is not what was written
  public static SharedTastes read(Path songs, Path weights) {
    try {
      SongFile file = JSON.readValue(Files.readAllBytes(songs), SongFile.class);
      List<Item> items = file.songs().stream().map(Named::item).toList();
      ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(weights));
      if (in.getInt() != MAGIC || in.getInt() != VERSION) {
        throw new IOException("it does not begin as such a file does");
      }
      List<List<Weighed>> rows = new ArrayList<>();
      for (int item = 0; item < items.size(); item++) {
        rows.add(row(in));
      }
      return new SharedTastes(
          ItemWeights.of(items, rows), new Judged(file.by(), file.reason(), file.people()));
    } catch (IOException | BufferUnderflowException | IllegalArgumentException e) {
      throw new BrokenModelException(weights + " holds no weights that can be read", e);
    }
  }

  private static List<Weighed> row(ByteBuffer in) {
    List<Weighed> row = new ArrayList<>();
    int size = in.getInt();
    for (int i = 0; i < size; i++) {
      row.add(new Weighed(in.getInt(), in.getFloat()));
    }
    return row;
  }
}
