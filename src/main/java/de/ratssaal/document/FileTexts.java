package de.ratssaal.document;

import de.ratssaal.identity.Access;
import de.ratssaal.identity.Role;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What files say, page by page, for whoever may read them. A redacted version has the text of its own pages only. */
@Service
@Transactional(readOnly = true)
public class FileTexts {

    private final Files files;
    private final FileRegister register;
    private final Readings readings;
    private final Access access;

    FileTexts(Files files, FileRegister register, Readings readings, Access access) {
        this.files = files;
        this.register = register;
        this.readings = readings;
        this.access = access;
    }

    /** @throws NoSuchElementException if there is no such file for whoever acts */
    public FileText of(FileId file) {
        return readings.of(files.read(file).file().hash());
    }

    /** Of a file that everybody may read; nothing if nobody outside may. */
    public Optional<FileText> ofPublic(FileId file) {
        return files.publicContent(file).map(it -> readings.of(it.file().hash()));
    }

    /**
     * A file and what it says, for the application itself, which makes it searchable for whoever may read the file.
     *
     * @return nothing if it is no longer there, or a virus was found in it
     */
    public Optional<Readable> forIndex(FileId file) {
        access.requireSystem();
        return register.find(file)
                .filter(it -> it.isThere() && !it.file().isBlocked())
                .map(it -> new Readable(it.file(), readings.of(it.file().hash())));
    }

    /** All files that are there, for the application itself. */
    public List<FileId> allForIndex() {
        access.requireSystem();
        return register.allThere();
    }

    /** All files of an owner that are there, for the application itself. */
    public List<FileId> thereForIndex(FileOwner owner) {
        access.requireSystem();
        return register.of(owner).stream()
                .filter(FileRegister.Entry::isThere)
                .map(it -> it.file().id())
                .toList();
    }

    /** All files that are there and have this content, for the application itself. */
    public List<FileId> withContent(String hash) {
        access.requireSystem();
        return readings.filesWith(hash);
    }

    /** A file with its text. */
    public record Readable(FileSummary file, FileText text) {}

    /**
     * How many files that are there lack text because a program is not installed, for an administrator.
     *
     * @throws org.springframework.security.access.AccessDeniedException if whoever acts is no administrator
     */
    public long filesThatLack(FileText.Gap gap) {
        access.requireAnywhere(Role.ADMINISTRATOR);
        return readings.filesThatLack(gap);
    }
}
