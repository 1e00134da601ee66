package de.ratssaal.paper;

import de.ratssaal.base.Refusal;

/**
 * What somebody writes in a paper.
 *
 * @param title in one line, without the paper's number
 * @param originator who brings it in, such as {@code Oberbürgermeister} or a political group's name
 * @param isPublic whether everybody may read it; cannot be changed once the paper was released
 * @param proposal what is to be resolved; may be empty
 * @param reasons why; paragraphs are separated by line breaks; may be empty
 * @param details what the paper's template asks for beside
 */
public record PaperContent(
        PaperType type,
        String title,
        String originator,
        boolean isPublic,
        ResolutionProposal proposal,
        String reasons,
        PaperDetails details) {

    /** Longest title, in characters. */
    public static final int LONGEST_TITLE = 400;

    /** Longest name of an originator, in characters. */
    public static final int LONGEST_ORIGINATOR = 200;

    /** Longest proposal and longest reasons, in characters. */
    public static final int LONGEST_TEXT = 200_000;

    /** @throws Refusal if the title is missing or something is too long */
    public PaperContent {
        title = PlainText.line(title);
        originator = PlainText.line(originator);
        reasons = PlainText.paragraphs(reasons);
        if (title.isEmpty()) {
            throw new Refusal("paper.edit.title-missing");
        }
        if (title.length() > LONGEST_TITLE) {
            throw new Refusal("paper.edit.title-too-long", LONGEST_TITLE);
        }
        if (originator.length() > LONGEST_ORIGINATOR) {
            throw new Refusal("paper.edit.originator-too-long", LONGEST_ORIGINATOR);
        }
        if (reasons.length() > LONGEST_TEXT
                || proposal.wording().length() > LONGEST_TEXT
                || details.serialise().length() > LONGEST_TEXT) {
            throw new Refusal("paper.edit.text-too-long", LONGEST_TEXT);
        }
    }

    public PaperContent(
            PaperType type,
            String title,
            String originator,
            boolean isPublic,
            ResolutionProposal proposal,
            String reasons) {
        this(type, title, originator, isPublic, proposal, reasons, PaperDetails.NONE);
    }

    /** The same with another proposal. */
    public PaperContent with(ResolutionProposal other) {
        return new PaperContent(type, title, originator, isPublic, other, reasons, details);
    }

    /** SHA-256 of everything that is signed, in lower-case hexadecimal. */
    public String fingerprint() {
        return ResolutionProposal.fingerprintOf(
                String.join("\n\n", title, proposal.canonicalText(), reasons, details.serialise()));
    }
}
