package de.ratssaal.identity;

/** A site of the operator's own that pages of the members' application show within them. All others are forbidden to. */
public interface EmbeddedSite {

    /** Such as {@code https://video.stadt.example}; empty if there is none. */
    String origin();
}
