package de.ratssaal.paper;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The text that is put to the vote, in points. Points are numbered by their place: 01, 02, …; a single point has no number.
 *
 * @param intro what stands before the points; may be empty
 * @param points in order
 */
public record ResolutionProposal(String intro, List<ResolutionPoint> points) {

    /** A proposal in which nothing has been written yet. */
    public static final ResolutionProposal EMPTY = new ResolutionProposal("", List.of());

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public ResolutionProposal {
        intro = PlainText.paragraphs(intro);
        points = numbered(points);
    }

    private static List<ResolutionPoint> numbered(List<ResolutionPoint> points) {
        var numbered = new ArrayList<ResolutionPoint>();
        for (var point : points) {
            numbered.add(new ResolutionPoint(
                    points.size() == 1 ? "" : "%02d".formatted(numbered.size() + 1),
                    PlainText.paragraphs(point.text()),
                    numberedParts(point.subPoints()),
                    point.responsible(),
                    point.due(),
                    point.report()));
        }
        return List.copyOf(numbered);
    }

    private static List<SubPoint> numberedParts(List<SubPoint> parts) {
        var numbered = new ArrayList<SubPoint>();
        for (var part : parts) {
            numbered.add(new SubPoint("(%d)".formatted(numbered.size() + 1), PlainText.paragraphs(part.text())));
        }
        return numbered;
    }

    @JsonIgnore
    public boolean isEmpty() {
        return intro.isEmpty() && points.stream().allMatch(ResolutionPoint::isBlank);
    }

    /** The wording in full as it is read out and voted on: paragraphs are separated by blank lines. */
    public String wording() {
        var paragraphs = new ArrayList<String>();
        if (!intro.isEmpty()) {
            paragraphs.add(intro);
        }
        for (var point : points) {
            paragraphs.add(point.label().isEmpty() ? point.wording() : point.label() + "\n" + point.wording());
        }
        return String.join("\n\n", paragraphs);
    }

    /** The wording with what it makes somebody do. Fingerprints depend on every character of this form: it must not change. */
    public String canonicalText() {
        var text = new StringBuilder(wording());
        for (var point : points) {
            text.append("\n\n").append(point.label());
            if (point.responsible() != null) {
                text.append("\nresponsible: ").append(point.responsible());
            }
            if (point.due() != null) {
                text.append("\ndue: ");
                if (point.due().from() != null) {
                    text.append(point.due().from()).append(' ');
                }
                text.append(point.due().until());
            }
            if (point.report() != null) {
                text.append("\nreport: ").append(point.report().recipient());
                if (point.report().from() != null) {
                    text.append(", from ").append(point.report().from());
                }
                text.append(point.report().repeated() ? ", repeated" : "");
            }
        }
        return text.toString();
    }

    /** SHA-256 of the proposal, in lower-case hexadecimal. Any change of wording, responsible or date changes it. */
    public String fingerprint() {
        return fingerprintOf(canonicalText());
    }

    static String fingerprintOf(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The proposal as it is stored and handed on, in JSON. */
    public String serialise() {
        return JSON.writeValueAsString(this);
    }

    /**
     * A proposal from {@link #serialise()}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static ResolutionProposal parse(String serialised) {
        try {
            return Optional.ofNullable(JSON.readValue(serialised, ResolutionProposal.class))
                    .orElseThrow(() -> new IllegalArgumentException("not a resolution proposal: null"));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a resolution proposal", e);
        }
    }
}
