/** Sound and picture on their way to the public: RTP in, segments for HLS out. Knows nothing of meetings. */
@NullMarked
package de.ratssaal.stream.media;

import org.jspecify.annotations.NullMarked;
