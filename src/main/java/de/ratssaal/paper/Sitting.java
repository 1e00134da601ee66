package de.ratssaal.paper;

import java.time.Instant;

/**
 * What somebody wrote in a paper in one go.
 *
 * @param firstRevision of the paper, in this sitting
 * @param lastRevision of the paper, in this sitting
 * @param manuscript as it stood at the end
 */
public record Sitting(
        int firstRevision, int lastRevision, Manuscript manuscript, String by, Instant begunAt, Instant writtenAt) {}
