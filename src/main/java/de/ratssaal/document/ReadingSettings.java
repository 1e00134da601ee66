package de.ratssaal.document;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the text of files is read, as settings {@code ratssaal.reading.…}.
 *
 * @param time how long reading the pages of one file may take, without what is recognized
 * @param memory how much memory it may take, and the drawing of one page for recognition
 * @param ocr tesseract: a name that is looked for on the path, or where it lies; empty to do without it
 * @param pageTime how long the recognition of one page may take
 * @param pageMemory how much memory it may take
 * @param parallel how many files are read at the same time
 */
@ConfigurationProperties("ratssaal.reading")
record ReadingSettings(
        @DefaultValue("2m") Duration time,
        @DefaultValue("384MB") DataSize memory,
        @DefaultValue("tesseract") String ocr,
        @DefaultValue("90s") Duration pageTime,
        @DefaultValue("2GB") DataSize pageMemory,
        @DefaultValue("1") int parallel) {}
