//! What is seen of a run when training goes wrong or comes to rest: the line in the time bar, and what
//! to make of it.

use super::Word;
use crate::analysis::diagnosis::Remedy;

super::words! {
    TITLE: "What is seen of this run at epoch {0}", "エポック{0}の実行から見えること";
    UNTRAINED: "Not trained yet here: this is epoch 0, with the weights it begins with. The key . takes the first step.", "まだ学習していません。エポック0、最初の重みのままです。 . で最初の一歩を進めます。";
    NOTHING: "Nothing out of the ordinary.", "特に異常はありません。";
    LATELY: "Training loss: {0} at epoch {1}, {2} now.", "訓練損失：エポック{1}で {0}、今は {2}。";
    NO_TROUBLED: "Of {0} hidden neurons none is dead or saturated.", "隠れニューロン{0}個に、死んだものも飽和したものもありません。";
    SMALL_STEPS: "The steps are small: rate {0}, where up to {1} would be stable.", "歩幅は小さめです。学習率は {0}、安定な上限は {1} です。";
    BELOW_RULE: "It is right for {0} of {2} training rows; the rule “women live” is for {1}.", "訓練データ{2}行中の正解は{0}行。「女性は生存」なら{1}行です。";
    WHY: "! why", "! 理由";
    WITH_WHY: "{0} · ! why", "{0}（!で理由）";
    CLOSES: "Esc closes", "Escで閉じる";

    DIVERGED: "diverged after epoch {0} at rate {1}", "エポック{0}の後に発散（学習率{1}）";
    DIVERGED_SHORT: "diverged", "発散";
    DIVERGED_WHY: "The next step is not made of finite numbers any more, so the run rests at its last finite epoch.", "次の一歩がもはや有限の数になりません。実行は最後の有限なエポックで止まっています。";
    UNSTABLE: "unstable: loss {0} to {1} in {2} epochs at rate {3}", "不安定：損失 {0} が{2}エポックで {1} に（学習率{3}）";
    UNSTABLE_SHORT: "unstable", "不安定";
    ABOVE_START: "The training loss is above where these steps began: they have raised it.", "訓練損失が、歩み始めたときより高くなっています。";
    STEPS_ROSE: "Most of the last five steps raised the training loss.", "直近5歩のうち多くの歩みで訓練損失が上がりました。";
    MEANS_ROSE: "Its mean over ten epochs is more than 5 % above that of the ten before.", "10エポックの平均損失が、その前の10エポックより5 %以上高くなっています。";
    SINGLE_STEPS: "With {0} a single step may raise it.", "{0}では、一歩だけなら損失が上がることもあります。";
    PULLED: "L1 and L2 pull the weights towards 0 whatever the loss says, and the loss shown leaves them out.", "L1とL2は損失にかかわらず重みを0に引きます。表示の損失にはその分が含まれません。";
    WITH_MOMENTUM: "momentum", "モーメンタム";
    WITH_BATCHES: "small batches", "小さいバッチ";
    ABOVE_LIMIT: "Above {0}, the largest stable rate where this run began, steps jump over the valley and land higher on its other side.", "この実行の始まりで安定な学習率の上限は {0} でした。それより大きいと、歩みは谷を飛び越え、向こう側のより高い所に着きます。";
    BELOW_LIMIT: "The rate is within {0}, the largest stable one where this run began.", "学習率は、この実行の始まりでの安定な上限 {0} を超えていません。";
    DEAD: "{0} of {1} ReLU neurons dead: {2}", "ReLUニューロン{1}個中{0}個が死んでいます：{2}";
    DEAD_SHORT: "{0} dead", "死{0}個";
    DEAD_SPELT: "{0} dead", "死んだニューロン{0}個";
    DEAD_WHY: "Their sum is not above 0 for any training row, so nothing passes through them and no gradient reaches their weights.", "どの訓練データでも合計が0以下のため、何も通さず、重みに勾配も届きません。";
    LAYER_OFF: "A whole layer is off: the network says the same of everyone who teaches.", "一つの層がすべてオフなので、訓練データの全員に同じ答えを出します。";
    SATURATED: "{0} of {1} neurons saturated: {2}", "ニューロン{1}個中{0}個が飽和：{2}";
    SATURATED_SHORT: "{0} saturated", "飽和{0}個";
    SATURATED_SPELT: "{0} saturated", "飽和したニューロン{0}個";
    SATURATED_WHY: "For nearly everybody they sit on the flat end of their curve, where the slope is almost 0, so they hardly learn.", "ほぼ全員について曲線の平らな端にいて、傾きがほとんど0なので、ほとんど学習しません。";
    VANISHING: "vanishing gradient: {0} at the first layer, {1} at the last", "勾配消失：最初の層 {0}、最後の層 {1}";
    VANISHING_SHORT: "vanishing", "勾配消失";
    VANISHING_WHY: "Of the gradient the last layer gets, less than a thousandth arrives at the first, which so hardly learns.", "最後の層が受ける勾配のうち、最初の層に届くのは千分の一未満です。最初の層はほとんど学習しません。";
    OVER_FITTING: "over-fitting: test loss {0} at epoch {1}, {2} now, while train falls", "過学習：テスト損失はエポック{1}で {0}、今は {2}。訓練損失は下がり続けています";
    OVER_FITTING_SHORT: "over-fitting", "過学習";
    OVER_FITTING_WHY: "The training loss went from {0} to {1} while the test loss rose: what is learned now holds for the training rows only.", "訓練損失が {0} から {1} に下がる間にテスト損失は上がりました。今学んでいることは訓練データにしか通じません。";
    RAVINE: "ravine: condition {0} : 1, the rate that suits one way is wrong for the other", "峡谷：条件数 {0} : 1。一方に合う学習率は他方に合いません";
    RAVINE_SHORT: "ravine {0} : 1", "峡谷 {0} : 1";
    RAVINE_WHY: "The loss bends {0} times as much across its valley as along it. A rate small enough for the steep way is far too small for the flat one, where most is left to learn, and that holds this run back.", "損失の谷は、横切る方向に沿う方向の {0} 倍も急に曲がっています。急な方向で安定な学習率は、まだ学ぶことの残る緩い方向には小さすぎ、それが学習を遅らせています。";
    PLATEAU: "plateau: loss {0} to {1} in {2} epochs, gradient {3}", "停滞：{2}エポックで損失 {0} から {1}、勾配 {3}";
    PLATEAU_SHORT: "plateau", "停滞";
    PLATEAU_WHY: "The loss hardly falls, but the gradient is not zero: it is still on its way, in small steps.", "損失はほとんど下がりませんが、勾配は0ではありません。小さな歩みでまだ進んでいます。";
    PLATEAU_MOVES: "The loss does not fall, though the gradient is not zero: the steps go to and fro.", "勾配は0ではないのに、損失は下がりません。歩みは行きつ戻りつしています。";
    CONVERGED: "converged: gradient {0}", "収束：勾配 {0}";
    CONVERGED_SHORT: "converged", "収束";
    CONVERGED_WHY: "The gradient is as good as zero, so the steps have come to rest: more epochs change next to nothing.", "勾配はほぼ0なので歩みは止まりました。これ以上学習してもほとんど変わりません。";
    TWINS: "It began at zeros: the neurons of a layer are twins, and this is rest, not the best.", "ゼロから始めたため、同じ層のニューロンは同じままです。これは最良ではなく、動けないだけです。";

    MAY_HELP: "What may help: {0}.", "試せること：{0}。";
    SMALLER_RATE: "a smaller rate (o)", "学習率を下げる（o）";
    LARGER_RATE: "a larger rate (i)", "学習率を上げる（i）";
    SCALING: "scaled inputs (7)", "入力の標準化（7）";
    MOMENTUM: "momentum (7)", "モーメンタム（7）";
    ADAPTIVE: "adam (7)", "adam（7）";
    CHANCE_WEIGHTS: "initial weights by chance (7)", "乱数による初期値（7）";
    OTHER_SEED: "another seed (7)", "ほかのシード（7）";
    RELU: "ReLU neurons (7)", "ReLU（7）";
    FEWER_LAYERS: "fewer layers (7)", "層を減らす（7）";
    FEWER_NEURONS: "fewer neurons (7)", "ニューロンを減らす（7）";
    WEAKER_PULL: "less L1 and L2 (7)", "L1・L2を弱める（7）";
    STRONGER_L2: "more L2 (7)", "L2を強める（7）";
    BACK: "going back to epoch {0}", "エポック{0}に戻る";
}

/// What may help.
pub const fn remedy(remedy: Remedy) -> Word {
    match remedy {
        Remedy::SmallerRate => SMALLER_RATE,
        Remedy::LargerRate => LARGER_RATE,
        Remedy::Scaling => SCALING,
        Remedy::Momentum => MOMENTUM,
        Remedy::Adaptive => ADAPTIVE,
        Remedy::ChanceWeights => CHANCE_WEIGHTS,
        Remedy::OtherSeed => OTHER_SEED,
        Remedy::Relu => RELU,
        Remedy::FewerLayers => FEWER_LAYERS,
        Remedy::FewerNeurons => FEWER_NEURONS,
        Remedy::WeakerPull => WEAKER_PULL,
        Remedy::StrongerL2 => STRONGER_L2,
        Remedy::Back(_) => BACK,
    }
}
