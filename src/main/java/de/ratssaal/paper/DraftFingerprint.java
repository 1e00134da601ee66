package de.ratssaal.paper;

import de.ratssaal.document.Files;
import de.ratssaal.identity.Access;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells one state of a draft from every other: by what is written in it and by its files. */
@Component
class DraftFingerprint {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Files files;
    private final Access access;

    DraftFingerprint(Files files, Access access) {
        this.files = files;
        this.access = access;
    }

    /** SHA-256 in lower-case hexadecimal. Somebody who may not read every file gets the same as everybody. */
    String of(Paper paper) {
        var attached = access.asSystem("fingerprint", () -> files.list(PaperFiles.owner(paper.id())));
        return ResolutionProposal.fingerprintOf(attached.stream()
                .map(it -> "%s %s %s".formatted(it.hash(), it.isPublic() ? "public" : "non-public", it.name()))
                .collect(Collectors.joining(
                        "\n", JSON.writeValueAsString(paper.draft().content()) + "\n", "")));
    }
}
