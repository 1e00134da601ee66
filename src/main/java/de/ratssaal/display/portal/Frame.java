package de.ratssaal.display.portal;

import java.util.Map;
import java.util.Objects;
import org.springframework.http.ResponseEntity;

/**
 * A meeting at one moment, as it is sent: made once for all who follow it.
 *
 * @param turn to be compared with others of this node
 * @param isOver whether nothing follows
 * @param inLanguage by language
 */
record Frame(long turn, boolean isOver, Map<String, Written> inLanguage) {

    /**
     * @param id the same on every node for the same content
     * @param event as it goes down the stream
     * @param page the whole page
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody, changed by nobody
    record Written(String id, byte[] event, ResponseEntity<byte[]> page) {}

    Written in(String language) {
        return Objects.requireNonNull(inLanguage.get(language), language);
    }
}
