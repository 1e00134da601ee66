package de.ratssaal.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Divides German official prose into sentences. Abbreviations and ordinal numbers end none. */
final class Sentences {

    private static final Pattern END = Pattern.compile("[.!?][\"“”»«)\\]]{0,2}(?=\\s)|\\n");
    private static final Pattern LAST_WORD = Pattern.compile("(?:[\\p{L}\\d-]+\\.\\s?)*[\\p{L}\\d-]+$");
    private static final Set<String> ABBREVIATIONS = Set.of(
            "a", "abs", "abschn", "abt", "allg", "anl", "anm", "art", "aufl", "az", "b", "bd", "bes", "betr", "bspw",
            "bzgl", "bzw", "ca", "co", "d", "dez", "dipl", "dr", "e", "ebd", "ehem", "einschl", "entspr", "etc", "eur",
            "evtl", "exkl", "f", "ff", "fr", "geb", "gem", "gez", "ggf", "ggfs", "h", "hr", "hrsg", "i", "inkl", "insb",
            "insbes", "jr", "kfm", "lfd", "lt", "m", "max", "mind", "min", "mio", "mrd", "n", "nr", "nrn", "o", "p",
            "pos", "prof", "r", "rd", "s", "sen", "sog", "st", "std", "stellv", "str", "t", "tel", "tsd", "u", "usw",
            "v", "vgl", "z", "ziff", "zzgl", "zt");

    private Sentences() {}

    /** The sentences in order; joined they are the text without the space between them. */
    static List<String> of(String text) {
        var sentences = new ArrayList<String>();
        var end = END.matcher(text);
        var start = 0;
        while (end.find()) {
            if (text.charAt(end.start()) != '.' || endsSentence(text, start, end.start(), end.end())) {
                add(sentences, text.substring(start, end.end()));
                start = end.end();
            }
        }
        add(sentences, text.substring(start));
        return List.copyOf(sentences);
    }

    private static void add(List<String> sentences, String sentence) {
        if (!sentence.isBlank()) {
            sentences.add(sentence.strip());
        }
    }

    private static boolean endsSentence(String text, int start, int dot, int after) {
        var next = nextCharacter(text, after);
        if (Character.isLowerCase(next)) {
            return false;
        }
        var word = LAST_WORD.matcher(text).region(Math.max(start, dot - 40), dot);
        if (!word.find()) {
            return true;
        }
        var last = word.group()
                .substring(Math.max(word.group().lastIndexOf('.'), word.group().lastIndexOf(' ')) + 1);
        if (last.chars().allMatch(Character::isDigit)) {
            return last.length() > 2; // "2. Quartals", "31. März", but "im Jahr 2021. Die"
        }
        var isInitial = last.length() == 1 && Character.isUpperCase(last.charAt(0));
        var lower = last.toLowerCase(Locale.ROOT);
        return !isInitial && !lower.endsWith("str") && !ABBREVIATIONS.contains(lower);
    }

    private static char nextCharacter(String text, int from) {
        for (var at = from; at < text.length(); at++) {
            if (!Character.isWhitespace(text.charAt(at))) {
                return text.charAt(at);
            }
        }
        return 'X';
    }
}
