package de.ratssaal.paper;

import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.Role;
import de.ratssaal.organization.BodyId;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.OrganizationSummary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may begin which papers: the secretariat all, offices the administration's, political groups and members theirs.
 */
@Service
@Transactional
public class PaperBeginning {

    private static final Role[] MEMBERS = {Role.CHAIR, Role.DEPUTY_CHAIR, Role.MEMBER};

    private final WritingDesk desk;
    private final PaperTemplates templates;
    private final Councils councils;
    private final Access access;

    PaperBeginning(WritingDesk desk, PaperTemplates templates, Councils councils, Access access) {
        this.desk = desk;
        this.templates = templates;
        this.councils = councils;
        this.access = access;
    }

    /**
     * A kind of paper that whoever asks may begin.
     *
     * @param template of the kind
     * @param authors as whom; never empty
     */
    public record Choice(PaperTemplate template, List<Author> authors) {

        public Choice {
            authors = List.copyOf(authors);
        }
    }

    /** @param name of the office, group or person; empty for the secretariat */
    public record Author(PaperAuthor author, String name) {}

    /** What whoever asks may begin in a body, the likeliest first. */
    @Transactional(readOnly = true)
    public List<Choice> choices(BodyId body) {
        return Arrays.stream(PaperType.values())
                .map(it -> new Choice(templates.current(body, it), authors(body, it)))
                .filter(it -> !it.authors().isEmpty())
                .toList();
    }

    /** Organizations that papers of an author can be meant for. */
    @Transactional(readOnly = true)
    public List<OrganizationSummary> organizations(BodyId body, PaperAuthor author) {
        return councils.organizations(body).stream()
                .filter(it -> it.classification().meets())
                .filter(it -> mayAddress(it.id(), author))
                .toList();
    }

    private List<Author> authors(BodyId body, PaperType type) {
        var authors = new ArrayList<Author>();
        var organizations = councils.organizations(body);
        if (organizations.stream().anyMatch(it -> access.has(it.id(), Role.SECRETARIAT))) {
            authors.add(new Author(PaperAuthor.SECRETARIAT, ""));
        }
        for (var organization : organizations) {
            var author = PaperAuthor.of(organization.id());
            if (mayWriteAs(organization, type)) {
                authors.add(new Author(author, organization.name()));
            }
        }
        if (type.isOfMembers() && !access.isSystem()) {
            access.signedIn()
                    .map(it -> it.person())
                    .filter(it -> organizations.stream()
                            .anyMatch(that -> that.classification().meets() && access.has(that.id(), MEMBERS)))
                    .ifPresent(it -> authors.add(new Author(PaperAuthor.of(it), councils.nameOf(it))));
        }
        return authors;
    }

    private boolean mayWriteAs(OrganizationSummary organization, PaperType type) {
        return switch (organization.classification()) {
            case POLITICAL_GROUP -> type.isOfMembers() && access.has(organization.id(), MEMBERS);
            case OFFICE -> type.isOfOffices() && access.has(organization.id(), PaperAccess.STAFF);
            case COUNCIL, COMMITTEE, ADVISORY_BOARD, DISTRICT_COUNCIL -> false;
        };
    }

    private boolean mayAddress(OrganizationId organization, PaperAuthor author) {
        if (author.isSecretariat()) {
            return access.has(organization, Role.SECRETARIAT);
        }
        return author.person() == null || access.has(organization, MEMBERS);
    }

    /**
     * Begins a paper.
     *
     * @param organization that deliberates it first; its secretariat prepares it once it is handed in
     * @param title in one line
     * @throws AccessDeniedException if whoever acts may not begin such a paper as this author
     * @throws Refusal if the title is missing
     */
    public PaperId begin(
            PaperType type, OrganizationId organization, PaperAuthor author, String title, boolean isPublic) {
        var addressed = councils.organization(organization);
        if (!addressed.classification().meets() || !mayAddress(organization, author)) {
            throw new AccessDeniedException("no papers for organization " + organization);
        }
        var name = authors(addressed.body(), type).stream()
                .filter(it -> it.author().equals(author))
                .findFirst()
                .orElseThrow(() -> new AccessDeniedException("may not begin %s as %s".formatted(type, author)))
                .name();
        var design = templates.current(addressed.body(), type).design();
        var manuscript = Manuscript.EMPTY
                .with(Places.TITLE, title)
                .with(Places.ORIGINATOR, name)
                .with(Places.PUBLIC, Boolean.toString(isPublic));
        for (var section : design.sections()) {
            manuscript = manuscript.with(Places.section(section.key()), section.prefilled());
        }
        if (author.organization() != null && isOffice(author.organization())) {
            for (var field : design.fields()) {
                if (field.type() == FieldType.OFFICE) {
                    manuscript = manuscript.with(Places.field(field.key()), name);
                }
            }
        }
        if (type.needsProposal()) {
            manuscript = manuscript.withRows(List.of(Manuscript.newRow()));
        }
        return desk.begin(organization, author, manuscript.content(type, design, ""), manuscript);
    }

    private boolean isOffice(OrganizationId organization) {
        return councils.organization(organization).classification() == Classification.OFFICE;
    }
}
