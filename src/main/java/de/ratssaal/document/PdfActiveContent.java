package de.ratssaal.document;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * What makes a PDF do more than be read, looked for in every object of the file, whether or not something leads to it, and
 * taken out of it.
 */
final class PdfActiveContent {

    private static final Map<String, ActiveContent> ACTIONS = Map.ofEntries(
            Map.entry("JavaScript", ActiveContent.SCRIPT),
            Map.entry("Launch", ActiveContent.LAUNCHES),
            Map.entry("SubmitForm", ActiveContent.SENDS),
            Map.entry("ImportData", ActiveContent.SENDS),
            Map.entry("GoToR", ActiveContent.OTHER_FILE),
            Map.entry("GoToE", ActiveContent.OTHER_FILE),
            Map.entry("Movie", ActiveContent.MEDIA),
            Map.entry("Sound", ActiveContent.MEDIA),
            Map.entry("Rendition", ActiveContent.MEDIA),
            Map.entry("RichMediaExecute", ActiveContent.MEDIA),
            Map.entry("GoTo3DView", ActiveContent.MEDIA));
    private static final Set<String> MOVING = Set.of("Movie", "Sound", "Screen", "3D", "RichMedia");
    private static final Set<String> HARMLESS_SCHEMES = Set.of("http", "https", "mailto", "tel", "ftp");

    /** Files within the file that carry data and cannot be run. */
    private static final Set<String> HARMLESS =
            Set.of("xml", "csv", "txt", "json", "png", "jpg", "jpeg", "odt", "ods", "odp", "docx", "xlsx", "pptx");

    private static final COSName SCRIPTS = COSName.getPDFName("JavaScript");
    private static final COSName XFA = COSName.getPDFName("XFA");
    private static final COSName NEEDS_RENDERING = COSName.getPDFName("NeedsRendering");
    private static final COSName NEXT = COSName.getPDFName("Next");
    private static final int MAX_CHAIN = 100;

    private final PDDocument document;
    private final Set<COSBase> bad = Collections.newSetFromMap(new IdentityHashMap<>());
    private final EnumSet<ActiveContent> found = EnumSet.noneOf(ActiveContent.class);
    private boolean signed;

    private PdfActiveContent(PDDocument document) {
        this.document = document;
    }

    static PdfActiveContent of(PDDocument document) throws IOException {
        var content = new PdfActiveContent(document);
        content.walk(it -> {
            if (it instanceof COSDictionary dictionary) {
                content.judge(dictionary);
            }
        });
        return content;
    }

    Set<ActiveContent> found() {
        return found;
    }

    /** Whether somebody signed the file; any change makes a signature void. */
    boolean isSigned() {
        return signed;
    }

    /** Takes out all that was found, and whatever leads to it. Pages and what is on them stay. */
    void remove() throws IOException {
        walk(it -> {
            if (it instanceof COSDictionary dictionary) {
                clean(dictionary);
            }
        });
        walk(it -> {
            if (it instanceof COSArray array) {
                clean(array);
            }
        });
        bad.forEach(it -> ((COSDictionary) it).clear());
    }

    private void walk(Consumer<COSBase> visitor) throws IOException {
        walkWithin(document.getDocument().getTrailer(), visitor);
        for (var key : List.copyOf(document.getDocument().getXrefTable().keySet())) {
            walkWithin(document.getDocument().getObjectFromPool(key).getObject(), visitor);
        }
    }

    /** Looks at what is written within one object; what it only refers to has its own turn. */
    private static void walkWithin(@Nullable COSBase object, Consumer<COSBase> visitor) {
        var seen = Collections.newSetFromMap(new IdentityHashMap<COSBase, Boolean>());
        var waiting = new ArrayDeque<COSBase>();
        if (object != null) {
            waiting.add(object);
        }
        while (!waiting.isEmpty()) {
            var next = waiting.poll();
            if (!seen.add(next)) {
                continue;
            }
            visitor.accept(next);
            if (next instanceof COSDictionary dictionary) {
                dictionary.getValues().stream()
                        .filter(it -> !(it instanceof COSObject))
                        .forEach(waiting::add);
            } else if (next instanceof COSArray array) {
                for (var i = 0; i < array.size(); i++) {
                    var element = array.get(i);
                    if (element != null && !(element instanceof COSObject)) {
                        waiting.add(element);
                    }
                }
            }
        }
    }

    private void judge(COSDictionary dictionary) {
        var action = name(dictionary, COSName.S);
        var kind = ACTIONS.get(action);
        if (kind != null) {
            mark(dictionary, kind);
        }
        if (dictionary.containsKey(COSName.JS)) {
            found.add(ActiveContent.SCRIPT);
            if (!action.isEmpty()) {
                bad.add(dictionary);
            }
        }
        if ("URI".equals(action) && !leadsIntoTheNet(dictionary)) {
            mark(dictionary, ActiveContent.LAUNCHES);
        }
        if (dictionary.containsKey(SCRIPTS)) {
            found.add(ActiveContent.SCRIPT);
        }
        if (dictionary.containsKey(XFA)) {
            found.add(ActiveContent.FORM_WITH_PROGRAM);
        }
        if (MOVING.contains(name(dictionary, COSName.SUBTYPE))) {
            mark(dictionary, ActiveContent.MEDIA);
        }
        if (dictionary.containsKey(COSName.EF) && !isHarmless(dictionary)) {
            mark(dictionary, ActiveContent.EMBEDS_PROGRAM);
        }
        if ("FileAttachment".equals(name(dictionary, COSName.SUBTYPE))
                && dictionary.getDictionaryObject(COSName.FS) instanceof COSDictionary file
                && file.containsKey(COSName.EF)
                && !isHarmless(file)) {
            mark(dictionary, ActiveContent.EMBEDS_PROGRAM);
        }
        if (actsByItself(dictionary)) {
            found.add(ActiveContent.ACTS_BY_ITSELF);
        }
        if (dictionary.containsKey(COSName.BYTERANGE) && dictionary.containsKey(COSName.CONTENTS)) {
            signed = true;
        }
    }

    private void mark(COSDictionary dictionary, ActiveContent kind) {
        found.add(kind);
        bad.add(dictionary);
    }

    private static String name(COSDictionary dictionary, COSName key) {
        return dictionary.getDictionaryObject(key) instanceof COSName name ? name.getName() : "";
    }

    private static boolean leadsIntoTheNet(COSDictionary action) {
        if (!(action.getDictionaryObject(COSName.URI) instanceof COSString address)) {
            return true;
        }
        var text = address.getString().strip().toLowerCase(Locale.ROOT);
        var colon = text.indexOf(':');
        return !text.startsWith("\\") && (colon < 0 || HARMLESS_SCHEMES.contains(text.substring(0, colon)));
    }

    private static boolean actsByItself(COSDictionary dictionary) {
        return isMoreThanGoing(dictionary.getDictionaryObject(COSName.OPEN_ACTION))
                || dictionary.getDictionaryObject(COSName.AA) instanceof COSDictionary events
                        && events.keySet().stream().anyMatch(it -> isMoreThanGoing(events.getDictionaryObject(it)));
    }

    /** An array is a page to go to. */
    private static boolean isMoreThanGoing(@Nullable COSBase action) {
        var next = action;
        for (var i = 0; i < MAX_CHAIN && next instanceof COSDictionary dictionary; i++) {
            if (!"GoTo".equals(name(dictionary, COSName.S))) {
                return true;
            }
            next = dictionary.getDictionaryObject(NEXT);
            if (next instanceof COSArray) {
                return true;
            }
        }
        return next instanceof COSDictionary;
    }

    /** By all the names it has: a reader may open it under any of them. */
    private static boolean isHarmless(COSDictionary embedded) {
        var names = List.of("UF", "F", "DOS", "Unix", "Mac").stream()
                .map(key -> embedded.getDictionaryObject(COSName.getPDFName(key)))
                .filter(COSString.class::isInstance)
                .map(it -> ((COSString) it).getString())
                .toList();
        return !names.isEmpty()
                && names.stream()
                        .allMatch(it -> HARMLESS.contains(FileName.ending(it).toLowerCase(Locale.ROOT)));
    }

    private void clean(COSDictionary dictionary) {
        dictionary.removeItem(SCRIPTS);
        if (dictionary.containsKey(XFA)) {
            dictionary.removeItem(XFA);
        }
        dictionary.removeItem(NEEDS_RENDERING);
        dictionary.removeItem(COSName.JS);
        if (isMoreThanGoing(dictionary.getDictionaryObject(COSName.OPEN_ACTION))) {
            dictionary.removeItem(COSName.OPEN_ACTION);
        }
        if (actsByItself(dictionary)) {
            dictionary.removeItem(COSName.AA);
        }
        if (dictionary.getDictionaryObject(COSName.NAMES) instanceof COSArray names) {
            cleanNames(names);
        }
        for (var key : List.copyOf(dictionary.keySet())) {
            var value = dictionary.getDictionaryObject(key);
            if (value != null && bad.contains(value)) {
                dictionary.removeItem(key);
            }
        }
    }

    /** Names and what they stand for, in turn. */
    private void cleanNames(COSArray names) {
        for (var i = names.size() - 1; i > 0; i--) {
            var named = names.getObject(i);
            if (named != null && bad.contains(named)) {
                names.remove(i);
                names.remove(i - 1);
                i--;
            }
        }
    }

    private void clean(COSArray array) {
        for (var i = array.size() - 1; i >= 0; i--) {
            var element = array.getObject(i);
            if (element != null && bad.contains(element)) {
                array.remove(i);
            }
        }
    }
}
