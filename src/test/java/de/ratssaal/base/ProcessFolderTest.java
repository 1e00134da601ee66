package de.ratssaal.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessFolderTest {

    @TempDir
    Path all;

    @Test
    void whatAKilledProcessLeftIsDeletedAndWhatALivingOneHasStays() throws IOException {
        Files.writeString(Files.createDirectory(all.resolve("killed")).resolve("upload.tmp"), "half of it");
        Files.createFile(all.resolve("killed.lock"));
        Files.createDirectory(all.resolve("living"));
        var lock = Files.createFile(all.resolve("living.lock"));
        try (var channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            channel.lock();

            ProcessFolder.sweep(all);

            assertThat(all.resolve("killed")).doesNotExist();
            assertThat(all.resolve("killed.lock")).doesNotExist();
            assertThat(all.resolve("living")).exists();
        }
    }
}
