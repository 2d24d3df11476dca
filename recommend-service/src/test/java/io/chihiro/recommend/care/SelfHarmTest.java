package io.chihiro.recommend.care;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelfHarmTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "I want to die",
        "i wanna die tonight",
        "I don't want to live anymore",
        "I don’t want to live any more.",
        "i dont want to be here anymore",
        "thinking about suicide",
        "Suicidal, and nobody knows",
        "I want to kill myself",
        "songs for killing myself to",
        "want to end it all",
        "I am going to end my life",
        "wish I was dead",
        "I wish I were never born",
        "everybody would be better off without me",
        "no reason to live",
        "there is nothing left to live for",
        "life isn't worth living",
        "so tired of living",
        "self-harm again",
        "I feel like cutting myself",
        "I cut myself last night",
        "an urge to hurt myself",
        "fall asleep and never wake up",
        "jump off a bridge",
        "Ich will nicht mehr leben",
        "ich möchte sterben",
        "Selbstmordgedanken",
        "j'ai envie de mourir",
        "no quiero vivir",
        "quero morrer",
        "死にたい",
        "我想死",
        "不想活了",
        "죽고 싶어"
      })
  void whoSpeaksOfHarmingThemselvesIsHeard(String words) {
    assertTrue(SelfHarm.isSpokenOf(words));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "killing time on a sunday",
        "dead tired but happy",
        "dying to see you again",
        "a love to die for",
        "that joke killed me",
        "laughed so hard I wanted to die laughing",
        "I cut myself some slack",
        "cut myself shaving",
        "music of Suicide Squad",
        "I do not want to live in this town",
        "I don't want to live without coffee",
        "shot myself in the foot with that answer",
        "drown myself in work",
        "hang out by myself",
        "a deadline that kills",
        "end of the summer, end of it all being easy",
        "dead leaves, dead end street",
        "born to die young and pretty",
        "the day the music died",
        "Todmüde und glücklich",
        "die Stadt am Meer",
        "sad and lonely after we broke up",
        "I miss my dead grandmother",
        "take my breath away",
        "live like there's no tomorrow"
      })
  void whoSpeaksOfSomethingElseIsLeftAlone(String words) {
    assertFalse(SelfHarm.isSpokenOf(words));
  }
}
