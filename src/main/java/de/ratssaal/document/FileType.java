package de.ratssaal.document;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The types of files that are let in. Which one a file has is found in its content, not in its name. */
public enum FileType {
    PDF("application/pdf", true, "pdf"),
    PNG("image/png", true, "png"),
    JPEG("image/jpeg", true, "jpg", "jpeg"),
    TIFF("image/tiff", false, "tif", "tiff"),
    ODT("application/vnd.oasis.opendocument.text", false, "odt"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", false, "ods"),
    ODP("application/vnd.oasis.opendocument.presentation", false, "odp"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", false, "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false, "xlsx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", false, "pptx"),
    DOC("application/msword", false, "doc"),
    XLS("application/vnd.ms-excel", false, "xls"),
    PPT("application/vnd.ms-powerpoint", false, "ppt"),
    RTF("application/rtf", false, "rtf"),
    TEXT("text/plain", true, "txt", "md", "csv", "ics");

    private final String mediaType;
    private final boolean shownByBrowsers;
    private final List<String> endings;

    FileType(String mediaType, boolean shownByBrowsers, String... endings) {
        this.mediaType = mediaType;
        this.shownByBrowsers = shownByBrowsers;
        this.endings = List.of(endings);
    }

    /** Media type without parameters, such as {@code application/pdf}. */
    public String mediaType() {
        return mediaType;
    }

    /** Whether a browser shows it by itself; anything else is offered for keeping. */
    public boolean isShownByBrowsers() {
        return shownByBrowsers;
    }

    /** Ending of file names without the dot, the usual one. */
    public String ending() {
        return endings.getFirst();
    }

    boolean hasEnding(String ending) {
        return endings.contains(ending.toLowerCase(Locale.ROOT));
    }

    /** All endings under which files of these types are found, without the dot. */
    public static List<String> allEndings() {
        return Arrays.stream(values()).flatMap(it -> it.endings.stream()).toList();
    }

    static Optional<FileType> ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(it -> it.mediaType.equals(mediaType))
                .findFirst();
    }
}
