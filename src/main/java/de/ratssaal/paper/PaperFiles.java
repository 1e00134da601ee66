package de.ratssaal.paper;

import de.ratssaal.document.FileAccess;
import de.ratssaal.document.FileOwner;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers for the files of papers: they are read by those who read the paper, and published with it. */
@Component
@Transactional(readOnly = true)
public class PaperFiles implements FileAccess {

    private static final String KIND = "paper";

    private final PaperRepository papers;
    private final PaperAccess access;

    PaperFiles(PaperRepository papers, PaperAccess access) {
        this.papers = papers;
        this.access = access;
    }

    /** What files of the paper belong to. */
    public static FileOwner owner(PaperId paper) {
        return new FileOwner(KIND, paper.value());
    }

    @Override
    public String ownerKind() {
        return KIND;
    }

    @Override
    public boolean mayRead(UUID owner, boolean isPublic) {
        return is(owner, isPublic ? access::maySee : it -> access.maySee(it) && access.mayReadNonPublic(it));
    }

    @Override
    public boolean mayChange(UUID owner) {
        return is(owner, access::mayChangeFiles);
    }

    @Override
    public boolean isPublished(UUID owner) {
        return is(owner, it -> access.isOpen(it) && it.state() == PaperState.RELEASED);
    }

    private boolean is(UUID owner, Predicate<Paper> asked) {
        return papers.findById(new PaperId(owner)).filter(asked).isPresent();
    }
}
