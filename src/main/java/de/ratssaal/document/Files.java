package de.ratssaal.document;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.SignedIn;
import java.io.InputStream;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files of all modules. Each access asks the {@link FileAccess} of the owner's kind; a file that is not there and one that
 * is not for the caller are answered alike.
 *
 * <p>A file never changes and is never lost: what is replaced or removed is kept and no longer listed.
 */
@Service
public class Files {

    private static final String NOBODY = "system";

    private final Intake intake;
    private final FileRegister register;
    private final ContentStore contents;
    private final Readings readings;
    private final Access access;
    private final ObjectProvider<FileAccess> owners;
    private final ApplicationEventPublisher events;
    private final ChangeNotices notices;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Files(
            Intake intake,
            FileRegister register,
            ContentStore contents,
            Readings readings,
            Access access,
            ObjectProvider<FileAccess> owners,
            ApplicationEventPublisher events,
            ChangeNotices notices,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.intake = intake;
        this.register = register;
        this.contents = contents;
        this.readings = readings;
        this.access = access;
        this.owners = owners;
        this.events = events;
        this.notices = notices;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** The topic under which {@link ChangeNotices} announces that the files of an owner changed. */
    public static String topic(FileOwner owner) {
        return "files/" + owner;
    }

    /** Largest file that is let in, in bytes. */
    public long maxSize() {
        return intake.maxSize();
    }

    /**
     * For a sender who says beforehand how much will come.
     *
     * @throws Refusal if a file of that size is not let in
     */
    public void requireAcceptableSize(long bytes) {
        intake.requireAcceptableSize(bytes);
    }

    /**
     * Adds a file behind those the owner has. The content is examined before a transaction begins; called within one, all
     * of it is part of that one.
     *
     * @param content is read to its end, or to the largest size; the caller closes it
     * @throws AccessDeniedException if whoever acts may not change the owner
     * @throws Refusal if the content is not let in, or the owner has its main file already
     */
    public FileSummary attach(FileOwner owner, NewFile file, InputStream content) {
        requireChange(owner);
        return intake.accept(
                file.name(),
                content,
                accepted -> transaction.execute(running -> {
                    requireChange(owner);
                    if (file.role() == FileRole.MASTER) {
                        requireNoMaster(owner);
                    }
                    return add(FileId.next(), owner, file, accepted, register.nextPosition(owner), null);
                }));
    }

    /** As {@link #attach(FileOwner, NewFile, InputStream)}, for a file that comes with the owner. */
    public FileSummary attach(FileOwner owner, String name, boolean isPublic, InputStream content) {
        return attach(owner, NewFile.auxiliary(name, isPublic), content);
    }

    /**
     * Puts a file in the place of another, which is kept. Role, place and publicity stay. A redacted version of it is out of
     * date then: it is kept, not public any more, and waits to be made anew.
     *
     * @throws NoSuchElementException if there is no such file for whoever acts
     * @throws AccessDeniedException if whoever acts may not change the owner
     * @throws Refusal if the content is not let in, or somebody else replaced or removed the file meanwhile
     */
    public FileSummary replace(FileId id, String name, InputStream content) {
        requireChange(readable(id).owner());
        return intake.accept(
                name,
                content,
                accepted -> transaction.execute(running -> {
                    var old = forChange(id);
                    if (old.redactedFrom() != null) {
                        throw new Refusal("document.refused.redacted-is-made");
                    }
                    var now = FileId.next();
                    var redacted = there(old.owner())
                            .filter(it -> id.equals(it.redactedFrom()))
                            .toList();
                    retire(old, now);
                    var added = add(
                            now,
                            old.owner(),
                            new NewFile(name, old.role(), old.isPublic()),
                            accepted,
                            old.position(),
                            null);
                    redacted.forEach(it -> outdate(it, now));
                    return added;
                }));
    }

    /**
     * Takes a file away from its owner. It is kept, and listed in the {@link #history}.
     *
     * @throws NoSuchElementException if there is no such file for whoever acts
     * @throws AccessDeniedException if whoever acts may not change the owner
     */
    @Transactional
    public void remove(FileId id) {
        retire(forChange(id), null);
    }

    private void outdate(FileSummary redacted, FileId original) {
        var now = clock.instant();
        register.outdate(redacted.id(), original, Timestamp.from(now));
        if (redacted.isPublic()) {
            events.publishEvent(new FilePublicityChanged(redacted.id(), redacted.owner(), false, now));
        }
        events.publishEvent(new RedactionOutdated(redacted.id(), original, redacted.owner(), now));
    }

    /** Redacted versions of an owner that have to be made anew, for whoever may change it; empty for anybody else. */
    @Transactional(readOnly = true)
    public Set<FileId> outdatedRedactions(FileOwner owner) {
        return mayChange(owner) ? register.outdated(owner) : Set.of();
    }

    /**
     * Gives a file another title. Its ending stays what its type says.
     *
     * @throws NoSuchElementException if there is no such file for whoever acts
     * @throws AccessDeniedException if whoever acts may not change the owner
     * @throws Refusal if nothing is left of the title
     */
    @Transactional
    public FileSummary rename(FileId id, String title) {
        var file = forChange(id);
        if (title.isBlank()) {
            throw new Refusal("document.refused.title-missing");
        }
        var name = FileName.clean(title, file.type());
        if (!name.equals(file.name())) {
            register.rename(id, name);
            events.publishEvent(new FileRenamed(id, file.owner(), clock.instant()));
            notices.changed(topic(file.owner()));
        }
        return register.find(id).orElseThrow().file();
    }

    /**
     * Puts the files of an owner in another order; the main file stays before them.
     *
     * @param order all files that are there but the main file
     * @throws AccessDeniedException if whoever acts may not change the owner
     * @throws Refusal if others came or went meanwhile
     */
    @Transactional
    public void arrange(FileOwner owner, List<FileId> order) {
        requireChange(owner);
        order.forEach(register::findForChange);
        var present = there(owner)
                .filter(it -> it.role() == FileRole.AUXILIARY)
                .map(FileSummary::id)
                .toList();
        if (order.size() != present.size() || !Set.copyOf(order).equals(Set.copyOf(present))) {
            throw new Refusal("document.refused.order-overtaken");
        }
        if (order.equals(present)) {
            return;
        }
        for (var place = 0; place < order.size(); place++) {
            register.place(order.get(place), place + 1);
        }
        events.publishEvent(new FilesArranged(owner, clock.instant()));
        notices.changed(topic(owner));
    }

    /**
     * Decides whether everybody may read the file once its owner is published.
     *
     * @throws NoSuchElementException if there is no such file for whoever acts
     * @throws AccessDeniedException if whoever acts may not change the owner; to take a file back from the public it is
     *     enough to be allowed that
     */
    @Transactional
    public FileSummary setPublic(FileId id, boolean isPublic) {
        var file = isPublic ? forChange(id) : forChange(id, this::mayWithhold);
        if (isPublic && register.isRedacted(id)) {
            throw new Refusal("document.refused.original-stays-closed");
        }
        if (isPublic && register.outdated(file.owner()).contains(id)) {
            throw new Refusal("document.refused.redaction-outdated");
        }
        if (file.isPublic() != isPublic) {
            register.setPublic(id, isPublic);
            events.publishEvent(new FilePublicityChanged(id, file.owner(), isPublic, clock.instant()));
            notices.changed(topic(file.owner()));
        }
        return register.find(id).orElseThrow().file();
    }

    /**
     * A file that is there, for somebody who may change its owner.
     *
     * @throws NoSuchElementException if there is no such file for whoever acts
     * @throws AccessDeniedException if whoever acts may not change the owner
     */
    FileSummary forRedaction(FileId id) {
        var file = readable(id);
        requireChange(file.owner());
        if (there(file.owner()).noneMatch(it -> it.id().equals(id))) {
            throw new Refusal("document.refused.gone");
        }
        return file;
    }

    /** Puts the redacted version beside its original, in the place of an earlier one. */
    FileSummary attachRedacted(FileId original, String name, InputStream content, int areas, RedactionReport report) {
        return intake.accept(
                name,
                content,
                accepted -> transaction.execute(running -> {
                    var source = forChange(original);
                    if (source.isPublic()) {
                        throw new Refusal("document.redact.refused.public");
                    }
                    var now = FileId.next();
                    there(source.owner())
                            .filter(it -> original.equals(it.redactedFrom()))
                            .toList()
                            .forEach(it -> retire(it, now));
                    var added = add(
                            now,
                            source.owner(),
                            NewFile.auxiliary(name, true),
                            accepted,
                            register.nextPosition(source.owner()),
                            original);
                    events.publishEvent(
                            new FileRedacted(now, original, source.owner(), areas, report, added.uploadedAt()));
                    return added;
                }));
    }

    /** The files of an owner that whoever acts may read: the main file, then the others in their order. */
    @Transactional(readOnly = true)
    public List<FileSummary> list(FileOwner owner) {
        var mayRead = Map.of(true, mayRead(owner, true), false, mayRead(owner, false));
        return there(owner)
                .filter(it -> mayRead.getOrDefault(it.isPublic(), false))
                .toList();
    }

    /**
     * The files of several owners, each owner's in their order, in one question to the database. For the application itself,
     * which may read all of them.
     */
    @Transactional(readOnly = true)
    public Map<FileOwner, List<FileSummary>> listAll(Collection<FileOwner> owners) {
        access.requireSystem();
        return register.ofAll(owners).stream()
                .filter(FileRegister.Entry::isThere)
                .map(FileRegister.Entry::file)
                .collect(Collectors.groupingBy(FileSummary::owner));
    }

    /** What was taken away from an owner or replaced, for whoever may change it; empty for anybody else. */
    @Transactional(readOnly = true)
    public List<PastFile> history(FileOwner owner) {
        return mayChange(owner)
                ? register.of(owner).stream()
                        .flatMap(it -> Stream.ofNullable(it.past()))
                        .toList()
                : List.of();
    }

    /** Whether whoever acts may add, replace, remove and publish files of the owner. */
    @Transactional(readOnly = true)
    public boolean mayChange(FileOwner owner) {
        return answering(owner).map(it -> it.mayChange(owner.id())).orElse(false);
    }

    /** Whether whoever acts may take public files of the owner back from the public. */
    @Transactional(readOnly = true)
    public boolean mayWithhold(FileOwner owner) {
        return answering(owner).map(it -> it.mayWithhold(owner.id())).orElse(false);
    }

    /** The file, if there is one and whoever acts may read it. */
    @Transactional(readOnly = true)
    public Optional<FileContent> find(FileId id) {
        return register.find(id).filter(this::mayRead).map(this::content);
    }

    /** @throws NoSuchElementException if there is no such file for whoever acts */
    @Transactional(readOnly = true)
    public FileContent read(FileId id) {
        return find(id).orElseThrow(() -> nothing(id));
    }

    /** What everybody may read of an owner's files, whoever asks. Public knowledge: it depends on nobody's rights. */
    @Transactional(readOnly = true)
    public List<FileSummary> publicList(FileOwner owner) {
        return isPublished(owner)
                ? there(owner).filter(it -> it.isPublic() && !it.isBlocked()).toList()
                : List.of();
    }

    /**
     * A file that everybody may read: marked as public, of an owner that is published, neither removed nor replaced. Public
     * knowledge: whoever is signed in sees no more here than anybody.
     */
    @Transactional(readOnly = true)
    public Optional<FileContent> publicContent(FileId id) {
        return register.find(id).filter(this::isPublic).map(this::content);
    }

    private FileSummary add(
            FileId id,
            FileOwner owner,
            NewFile file,
            Intake.Accepted accepted,
            int position,
            @Nullable FileId redactedFrom) {
        var content = accepted.content();
        var prepared = accepted.prepared();
        if (prepared != null) {
            contents.keep(content, accepted.isScanned(), prepared, accepted.bytes());
        }
        readings.begin(content.hash(), accepted.text());
        var who = access.signedIn();
        var added = new FileSummary(
                id,
                owner,
                FileName.clean(file.name(), content.type()),
                content.type(),
                content.size(),
                content.hash(),
                file.isPublic(),
                file.role(),
                position,
                content.pages(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                nameOf(who),
                accepted.removed(),
                redactedFrom,
                false);
        register.add(added, who.map(it -> it.account().value()).orElse(null));
        events.publishEvent(new FileAttached(
                id,
                owner,
                added.type(),
                added.size(),
                added.hash(),
                added.role(),
                added.isPublic(),
                added.uploadedAt()));
        if (!accepted.removed().isEmpty()) {
            events.publishEvent(new FileCleaned(id, owner, accepted.removed(), added.uploadedAt()));
        }
        notices.changed(topic(owner));
        return added;
    }

    private void retire(FileSummary file, @Nullable FileId replacedBy) {
        var now = clock.instant();
        register.remove(file.id(), Timestamp.from(now), nameOf(access.signedIn()), replacedBy);
        events.publishEvent(new FileRemoved(file.id(), file.owner(), file.isPublic(), replacedBy, now));
        notices.changed(topic(file.owner()));
    }

    private static String nameOf(Optional<SignedIn> who) {
        return who.map(SignedIn::name).orElse(NOBODY);
    }

    private void requireNoMaster(FileOwner owner) {
        if (there(owner).anyMatch(it -> it.role() == FileRole.MASTER)) {
            throw new Refusal("document.refused.second-master");
        }
    }

    /** Locks the file; of two who change it, the second sees what the first did. */
    private FileSummary forChange(FileId id) {
        return forChange(id, this::mayChange);
    }

    private FileSummary forChange(FileId id, Predicate<FileOwner> allowed) {
        var entry = register.findForChange(id).filter(this::maySee).orElseThrow(() -> nothing(id));
        require(allowed, entry.file().owner());
        if (!entry.isThere()) {
            throw new Refusal("document.refused.gone");
        }
        return entry.file();
    }

    private FileSummary readable(FileId id) {
        return register.find(id)
                .filter(this::mayRead)
                .orElseThrow(() -> nothing(id))
                .file();
    }

    private Stream<FileSummary> there(FileOwner owner) {
        return register.of(owner).stream().filter(FileRegister.Entry::isThere).map(FileRegister.Entry::file);
    }

    private FileContent content(FileRegister.Entry entry) {
        return new FileContent(entry.file(), entry.content(), contents);
    }

    private boolean mayRead(FileRegister.Entry entry) {
        return !entry.file().isBlocked() && maySee(entry);
    }

    /** A file in which a virus was found is not read, but can be taken away. */
    private boolean maySee(FileRegister.Entry entry) {
        var file = entry.file();
        return mayRead(file.owner(), file.isPublic()) && (entry.isThere() || mayChange(file.owner()));
    }

    private boolean mayRead(FileOwner owner, boolean isPublic) {
        return answering(owner).map(it -> it.mayRead(owner.id(), isPublic)).orElse(false);
    }

    private boolean isPublic(FileRegister.Entry entry) {
        return entry.isThere()
                && entry.file().isPublic()
                && !entry.file().isBlocked()
                && isPublished(entry.file().owner());
    }

    private boolean isPublished(FileOwner owner) {
        return answering(owner).map(it -> it.isPublished(owner.id())).orElse(false);
    }

    private void requireChange(FileOwner owner) {
        require(this::mayChange, owner);
    }

    private static void require(Predicate<FileOwner> allowed, FileOwner owner) {
        if (!allowed.test(owner)) {
            throw new AccessDeniedException("may not change the files of " + owner);
        }
    }

    private Optional<FileAccess> answering(FileOwner owner) {
        return Optional.ofNullable(owners.stream()
                .collect(Collectors.toMap(FileAccess::ownerKind, Function.identity()))
                .get(owner.kind()));
    }

    private static NoSuchElementException nothing(FileId id) {
        return new NoSuchElementException("file " + id);
    }
}
