//! What is seen of a run when training goes wrong or comes to rest: the line in the time bar, and what
//! to make of it.

use super::Word;
use crate::analysis::Observation;

super::words! {
    TITLE: "What is seen of this run at epoch {0}", "エポック{0}の実行から見えること";
    NOTHING: "Nothing out of the ordinary: the loss falls, and every neuron takes part.", "特に異常はありません。損失は下がり、すべてのニューロンが働いています。";
    WHY: "! why", "! 理由";
    WITH_WHY: "{0} · ! why", "{0}（!で理由）";
    CLOSES: "Esc closes", "Escで閉じる";

    DIVERGED: "diverged after epoch {0} at rate {1}", "エポック{0}の後に発散（学習率{1}）";
    DIVERGED_SHORT: "diverged", "発散";
    DIVERGED_WHY: "The next step is not made of finite numbers any more: each step overshot further than the one before. The run rests at its last finite epoch. A smaller rate (o), from an earlier epoch, keeps it on the ground.", "次の一歩がもはや有限の数になりません。一歩ごとに行き過ぎが大きくなりました。実行は最後の有限なエポックで止まっています。前のエポックに戻って学習率を下げる（o）と落ち着きます。";
    UNSTABLE: "unstable: loss {0} to {1} in {2} epochs at rate {3}", "不安定：損失 {0} が{2}エポックで {1} に（学習率{3}）";
    UNSTABLE_SHORT: "unstable", "不安定";
    UNSTABLE_WHY: "The training loss rises where each step should lower it: the steps jump over the valley to its other side. Lower the rate with o, or scale the ages: raw ages make the valley a narrow ravine.", "一歩ごとに下がるはずの訓練損失が上がっています。歩幅が谷を飛び越えています。oで学習率を下げるか、年齢を標準化してください。生の年齢では谷が細い峡谷になります。";
    LIMIT: "Where this run began, the largest stable rate was {0}.", "この実行の始まりで安定な学習率の上限は {0} でした。";
    DEAD: "{0} of {1} ReLU neurons dead: {2}", "ReLUニューロン{1}個中{0}個が死んでいます：{2}";
    DEAD_SHORT: "{0} dead", "死{0}個";
    DEAD_SPELT: "{0} dead", "死んだニューロン{0}個";
    DEAD_WHY: "Their sum is not above 0 for any training row, so nothing passes through them and no gradient reaches them: they stay as they are. Another seed or a smaller rate gives them a chance; the others do the work.", "どの訓練データでも合計が0以下のため、何も通さず勾配も届きません。このまま変わりません。別の種や小さい学習率なら機会があります。残りのニューロンが仕事をしています。";
    SATURATED: "{0} of {1} neurons saturated: {2}", "ニューロン{1}個中{0}個が飽和：{2}";
    SATURATED_SHORT: "{0} saturated", "飽和{0}個";
    SATURATED_SPELT: "{0} saturated", "飽和したニューロン{0}個";
    SATURATED_WHY: "For nearly everybody they sit on the flat end of their curve, where the slope is almost 0, so they hardly learn. Smaller initial weights or scaled inputs keep them on the slope.", "ほぼ全員について曲線の平らな端にいて、傾きがほとんど0なので、ほとんど学習しません。初期の重みを小さくするか入力を標準化すると傾きのある所に留まります。";
    VANISHING: "vanishing gradient: {0} at the first layer, {1} at the last", "勾配消失：最初の層 {0}、最後の層 {1}";
    VANISHING_SHORT: "vanishing", "勾配消失";
    VANISHING_WHY: "Each layer passes back only a part of the gradient; of what the last layer gets, almost nothing arrives at the first. ReLU instead of tanh or sigmoid, or fewer layers, lets more through.", "各層は勾配の一部しか戻しません。最後の層の勾配のうち、最初の層にはほとんど届きません。tanhやシグモイドの代わりにReLUを使うか、層を減らすと多く届きます。";
    OVER_FITTING: "over-fitting: test loss {0} at epoch {1}, {2} now, while train falls", "過学習：テスト損失はエポック{1}で {0}、今は {2}。訓練損失は下がり続けています";
    OVER_FITTING_SHORT: "over-fitting", "過学習";
    OVER_FITTING_WHY: "The network goes on learning the training rows by heart: the training loss went from {0} to {1} while the test loss rose. The best epoch is past; go back to it, make the network smaller, or add some L2.", "訓練データを丸暗記し始めています。訓練損失が {0} から {1} に下がる間にテスト損失は上がりました。最良のエポックは過ぎています。そこへ戻るか、ネットワークを小さくするか、L2を加えてください。";
    PLATEAU: "plateau: loss {0} to {1} in {2} epochs, gradient {3}", "停滞：{2}エポックで損失 {0} から {1}、勾配 {3}";
    PLATEAU_SHORT: "plateau", "停滞";
    PLATEAU_WHY: "The loss hardly falls, but the gradient is not zero: it is still on its way, in small steps. A larger rate (i) or scaled inputs may shorten the way.", "損失はほとんど下がりませんが、勾配は0ではありません。小さな歩みでまだ進んでいます。学習率を上げる（i）か入力を標準化すると早く進むかもしれません。";
    CONVERGED: "converged: gradient {0}", "収束：勾配 {0}";
    CONVERGED_SHORT: "converged", "収束";
    CONVERGED_WHY: "The gradient is as good as zero: there is no direction left that lowers the training loss. More epochs change nothing.", "勾配はほぼ0です。訓練損失を下げる方向はもうありません。これ以上学習しても変わりません。";
}

/// What to make of an observation.
pub const fn why(observation: &Observation) -> Word {
    match observation {
        Observation::Diverged { .. } => DIVERGED_WHY,
        Observation::Unstable { .. } => UNSTABLE_WHY,
        Observation::Dead { .. } => DEAD_WHY,
        Observation::Saturated { .. } => SATURATED_WHY,
        Observation::Vanishing { .. } => VANISHING_WHY,
        Observation::OverFitting { .. } => OVER_FITTING_WHY,
        Observation::Plateau { .. } => PLATEAU_WHY,
        Observation::Converged { .. } => CONVERGED_WHY,
    }
}
