/** The public's side of the stream: playlists, segments, captions, and the page of a recording. */
@NullMarked
package de.ratssaal.stream.portal;

import org.jspecify.annotations.NullMarked;
