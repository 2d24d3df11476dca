package io.chihiro.events;

/// Whether a song is right for somebody who looks for this: what the search for lines is judged by.
///
/// @param user who says so
/// @param judgement id within the user, which follows from persona and song
/// @param persona what is looked for, and by whom, in words
/// @param song id within the user, as [SongDescribed] has it
/// @param named the song as the file called it
/// @param relevant whether it is right
public record PersonaJudged(
    String user, String judgement, String persona, String song, Song named, boolean relevant)
    implements Event {
  public PersonaJudged {
    user = Check.user(user);
    judgement = Check.text("judgement", judgement);
    persona = Check.text("persona", persona);
    song = Check.text("song", song);
    Check.require(named != null, "named must be given");
  }

  /// A judgement under the id that follows from it.
  public static PersonaJudged of(
      String user, String persona, String song, Song named, boolean relevant) {
    String id = TextHash.of(persona + '\u001f' + song);
    return new PersonaJudged(user, id, persona, song, named, relevant);
  }

  /// `user/judgement`.
  public String key() {
    return Keys.of(user, judgement);
  }

  /// Never the words.
  @Override
  public String toString() {
    return "PersonaJudged " + judgement;
  }
}
