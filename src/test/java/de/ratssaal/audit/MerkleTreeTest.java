package de.ratssaal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The Merkle tree of RFC 6962")
class MerkleTreeTest {

    /** The eight entries, roots and proofs that the reference tests of Certificate Transparency publish. */
    @Nested
    @DisplayName("gives what the reference tests of Certificate Transparency publish")
    class Published {

        static final List<String> ENTRIES = List.of(
                "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

        final Kept tree = new Kept();

        Published() {
            ENTRIES.forEach(it -> tree.add(HexFormat.of().parseHex(it)));
        }

        @ParameterizedTest(name = "{0} leaves")
        @CsvSource({
            "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
        })
        void roots(int size, String root) {
            assertThat(MerkleTree.root(size, tree.source())).hasToString(root);
        }

        @ParameterizedTest(name = "leaf {0} is among {1}")
        @CsvSource({
            "0, 1, ''",
            "0, 8, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"
                    + " 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
                    + " 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
            "5, 8, bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
                    + " ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"
                    + " d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "2, 3, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "1, 5, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
                    + " 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
                    + " bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
        })
        void inclusion(int index, int size, String path) {
            var proof = MerkleTree.inclusionPath(index, size, tree.source());

            assertThat(proof).isEqualTo(hashes(path));
            assertThat(MerkleProof.includes(tree.leaf(index), index, size, proof, tree.root(size)))
                    .isTrue();
        }

        @ParameterizedTest(name = "{1} leaves begin with {0}")
        @CsvSource({
            "1, 1, ''",
            "1, 8, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"
                    + " 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
                    + " 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
            "6, 8, 0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"
                    + " ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"
                    + " d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "2, 5, 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
                    + " bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            "6, 7, 0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"
                    + " b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f"
                    + " d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"
        })
        void consistency(int old, int size, String path) {
            var proof = MerkleTree.consistencyPath(old, size, tree.source());

            assertThat(proof).isEqualTo(hashes(path));
            assertThat(MerkleProof.isConsistent(old, tree.root(old), size, tree.root(size), proof))
                    .isTrue();
        }
    }

    @RepeatedTest(40)
    @DisplayName(
            "At any size its root is that of the definition, and every proof holds for what it proves and nothing else")
    void anySize(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var size = 1 + random.nextInt(random.nextBoolean() ? 40 : 700);
        var tree = new Kept();
        IntStream.range(0, size).forEach(it -> tree.add(new byte[] {(byte) it, (byte) (it >> 8)}));
        var root = tree.root(size);
        assertThat(tree.growing.root()).isEqualTo(root).isEqualTo(byDefinition(tree.leaves));

        var index = random.nextInt(size);
        var inclusion = MerkleTree.inclusionPath(index, size, tree.source());
        assertThat(MerkleProof.includes(tree.leaf(index), index, size, inclusion, root))
                .isTrue();
        var other = Hash.sha256(new byte[] {7});
        assertThat(MerkleProof.includes(other, index, size, inclusion, root)).isFalse();
        assertThat(MerkleProof.includes(tree.leaf(index), index, size, inclusion, other))
                .isFalse();
        assertThat(MerkleProof.includes(tree.leaf(index), index, size, with(inclusion, other), root))
                .isFalse();
        if (size > 1) {
            assertThat(MerkleProof.includes(tree.leaf(index), (index + 1) % size, size, inclusion, root))
                    .isFalse();
            assertThat(MerkleProof.includes(
                            tree.leaf(index), index, size, altered(inclusion, random.nextInt(inclusion.size())), root))
                    .isFalse();
        }

        var old = 1 + random.nextInt(size);
        var consistency = MerkleTree.consistencyPath(old, size, tree.source());
        assertThat(MerkleProof.isConsistent(old, tree.root(old), size, root, consistency))
                .isTrue();
        assertThat(MerkleProof.isConsistent(old, other, size, root, consistency))
                .isFalse();
        assertThat(MerkleProof.isConsistent(old, tree.root(old), size, other, consistency))
                .isFalse();
        assertThat(MerkleProof.isConsistent(old, tree.root(old), size, root, with(consistency, other)))
                .isFalse();
        if (old < size) {
            assertThat(MerkleProof.isConsistent(
                            old, tree.root(old), size, root, altered(consistency, random.nextInt(consistency.size()))))
                    .isFalse();
        }
    }

    @Test
    @DisplayName("A full subtree is proven with the upper part of its leaves' path")
    void subtrees() {
        var tree = new Kept();
        IntStream.range(0, 13).forEach(it -> tree.add(new byte[] {(byte) it}));

        for (var subtree : tree.kept.keySet()) {
            var path = MerkleTree.inclusionPath(subtree.from(), 13, tree.source());
            var above = path.subList(subtree.level(), path.size());

            assertThat(MerkleProof.leads(subtree, tree.kept.get(subtree), 13, above, tree.root(13)))
                    .isTrue();
        }
    }

    @Test
    @DisplayName("It grows from the few subtrees of its right edge")
    void growsFromItsEdge() {
        var whole = new Kept();
        IntStream.range(0, 100).forEach(it -> whole.add(new byte[] {(byte) it}));
        var edge = Subtree.covering(0, 77).stream().map(whole.kept::get).toList();

        var grown = new GrowingTree(77, edge);
        IntStream.range(77, 100).forEach(it -> grown.add(whole.leaf(it), (subtree, hash) -> {}));

        assertThat(grown.root()).isEqualTo(whole.root(100));
        assertThat(grown.size()).isEqualTo(100);
    }

    @Test
    void aProofOfWhatIsNotThereIsRefused() {
        var tree = new Kept();
        tree.add(new byte[0]);

        assertThatThrownBy(() -> MerkleTree.inclusionPath(1, 1, tree.source()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MerkleTree.consistencyPath(2, 1, tree.source()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(MerkleProof.includes(tree.leaf(0), 1, 1, List.of(), tree.root(1)))
                .isFalse();
        assertThat(MerkleProof.isConsistent(2, tree.root(1), 1, tree.root(1), List.of()))
                .isFalse();
    }

    /** MTH of section 2.1, word for word. */
    private static Hash byDefinition(List<Hash> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        var k = 1;
        while (2 * k < leaves.size()) {
            k *= 2;
        }
        return MerkleTree.nodeHash(byDefinition(leaves.subList(0, k)), byDefinition(leaves.subList(k, leaves.size())));
    }

    private static List<Hash> hashes(String words) {
        return words.isEmpty()
                ? List.of()
                : List.of(words.split(" ")).stream().map(Hash::ofHex).toList();
    }

    private static List<Hash> with(List<Hash> path, Hash more) {
        var longer = new ArrayList<>(path);
        longer.add(more);
        return longer;
    }

    private static List<Hash> altered(List<Hash> path, int position) {
        var copy = new ArrayList<>(path);
        Collections.replaceAll(copy, copy.get(position), Hash.sha256(new byte[] {9}));
        return copy;
    }

    /** A tree with all its full subtrees. */
    private static final class Kept {

        final Map<Subtree, Hash> kept = new HashMap<>();
        final List<Hash> leaves = new ArrayList<>();
        final GrowingTree growing = new GrowingTree(0, List.of());

        void add(byte[] entry) {
            var leaf = MerkleTree.leafHash(entry);
            kept.put(Subtree.leaf(leaves.size()), leaf);
            leaves.add(leaf);
            growing.add(leaf, kept::put);
        }

        Hash leaf(int index) {
            return leaves.get(index);
        }

        Hash root(long size) {
            return MerkleTree.root(size, source());
        }

        MerkleTree.Source source() {
            return subtrees -> kept;
        }
    }
}
