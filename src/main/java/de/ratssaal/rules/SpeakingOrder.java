package de.ratssaal.rules;

/** In which order those speak who asked for the floor. */
public enum SpeakingOrder {
    /** As they asked. */
    BY_REQUEST,
    /** As they asked, but after a speaker somebody of another political group, as long as there is one. */
    ALTERNATING_GROUPS,
    /** As they asked, but after a woman a man and the other way round, as long as there is one. */
    ALTERNATING_GENDERS
}
