//! What each line of the form is called, what it does in one sentence, and why it may say nothing.

use super::{FULL_BATCH, NO_AGE, NO_HIDDEN, NOTHING_TO_SCALE, ONLY_GD, ONLY_MOMENTUM};
use crate::app::words::Word;
use crate::training::{Idle, Setting};

super::super::words! {
    FEATURES: "features", "特徴量";
    MISSING_AGE: "missing age", "年齢の欠損";
    SCALING: "scaling", "スケーリング";
    SPLIT: "split", "訓練／テスト";
    HIDDEN: "hidden", "隠れ層";
    ACTIVATION: "activation", "活性化関数";
    INIT: "initial weights", "重みの初期値";
    SEED: "seed", "乱数シード";
    LOSS: "loss", "損失関数";
    OPTIMIZER: "optimiser", "最適化手法";
    MOMENTUM: "momentum", "モーメンタム";
    NESTEROV: "nesterov", "Nesterov";
    LEARNING_RATE: "learning rate", "学習率";
    BATCH: "batch", "バッチ";
    SHUFFLE: "shuffle", "シャッフル";
    L1: "L1", "L1";
    L2: "L2", "L2";

    FEATURES_DO: "What the network is told about each passenger: columns of the list, and numbers made of them.", "乗客について何を見せるか。名簿の列と、それらから作る数です。";
    MISSING_AGE_DO: "What happens to people without an age: the mean or median of the others, counted as died, or left out.", "年齢のない人の扱い。ほかの人の平均値か中央値で補う、死亡と数える、または除きます。";
    SCALING_DO: "standard turns a number into its distance from the mean in standard deviations: a ravine becomes a bowl.", "標準化は、平均からの隔たりを標準偏差を単位に表します。谷底だった損失の形が丸い鉢になります。";
    SPLIT_DO: "The first rows teach. The others test what was learned; the network never learns from them.", "先頭の行で学び、残りで確かめます。テストの行から学ぶことはありません。";
    HIDDEN_DO: "Neurons between inputs and output, one number a layer, such as 16,16. Without any, the answer is one sum.", "入力と出力の間のニューロンの数を、16,16 のように層ごとに書きます。なければ答えは一つの合計です。";
    ACTIVATION_DO: "What a hidden neuron does with its sum. Without a bend (linear), many layers can do no more than one.", "隠れニューロンが合計に施す関数。曲がりがないと（linear）、何層重ねても一層と同じです。";
    INIT_DO: "The weights of epoch 0. Chance makes neurons differ; with zeros the neurons of a layer stay twins.", "エポック0の重み。乱数ならニューロンに違いが生まれ、ゼロなら同じ層のニューロンはずっと同じです。";
    SEED_DO: "The number all chance comes from: the same seed gives the same first weights and the same shuffles.", "すべての乱数の元になる数。同じシードなら、最初の重みもシャッフルも同じです。";
    LOSS_DO: "What training makes small. Cross-entropy punishes being sure and wrong; squared error hardly minds.", "学習で小さくするもの。交差エントロピーは自信のある間違いを厳しく罰し、二乗誤差はあまり罰しません。";
    OPTIMIZER_DO: "How slopes become steps. gd goes straight downhill; rmsprop and adam suit the step to each weight.", "傾きから一歩を決める方法。gdはまっすぐ下り、rmspropとadamは重みごとに歩幅を合わせます。";
    MOMENTUM_DO: "How much of the last speed is kept, as by a ball that rolls on: 0 is none, 0.9 much.", "前の速度をどれだけ残すか。転がる玉のような勢いで、0はなし、0.9は強い勢いです。";
    NESTEROV_DO: "Measures the slope a little ahead along the speed, and so brakes earlier.", "勢いの少し先で傾きを測るので、早めにブレーキがかかります。";
    LEARNING_RATE_DO: "How far each step goes downhill. Too small: slow. Too large: the loss climbs instead.", "一歩でどこまで下るか。小さすぎると遅く、大きすぎると損失がかえって増えます。";
    BATCH_DO: "How many people a step looks at. Fewer people: more steps an epoch, and each one rougher.", "一歩で何人を見るか。少ないほど1エポックの歩数が増え、一歩ごとの向きは粗くなります。";
    SHUFFLE_DO: "Whether each epoch takes the people in a new order, so that no batch is always the same.", "エポックごとに人の順番を変えるか。変えると、バッチの顔ぶれが毎回違います。";
    L1_DO: "Pulls every weight towards 0 by the same amount, so that small ones end there. Biases are left alone.", "どの重みも同じ量だけ0に引き、小さい重みは0になります。バイアスには効きません。";
    L2_DO: "Pulls every weight towards 0 in proportion to its size: large ones shrink. Biases are left alone.", "重みを大きさに比例して0に引き、大きい重みを縮めます。バイアスには効きません。";
}

/// What a line is called.
pub const fn label(line: Setting) -> Word {
    match line {
        Setting::Features => FEATURES,
        Setting::MissingAge => MISSING_AGE,
        Setting::Scaling => SCALING,
        Setting::TrainRows => SPLIT,
        Setting::Hidden => HIDDEN,
        Setting::Activation => ACTIVATION,
        Setting::Init => INIT,
        Setting::Seed => SEED,
        Setting::Loss => LOSS,
        Setting::Optimizer => OPTIMIZER,
        Setting::Momentum => MOMENTUM,
        Setting::Nesterov => NESTEROV,
        Setting::LearningRate => LEARNING_RATE,
        Setting::Batch => BATCH,
        Setting::Shuffle => SHUFFLE,
        Setting::L1 => L1,
        Setting::L2 => L2,
    }
}

/// What a line does, in one sentence.
pub const fn sentence(line: Setting) -> Word {
    match line {
        Setting::Features => FEATURES_DO,
        Setting::MissingAge => MISSING_AGE_DO,
        Setting::Scaling => SCALING_DO,
        Setting::TrainRows => SPLIT_DO,
        Setting::Hidden => HIDDEN_DO,
        Setting::Activation => ACTIVATION_DO,
        Setting::Init => INIT_DO,
        Setting::Seed => SEED_DO,
        Setting::Loss => LOSS_DO,
        Setting::Optimizer => OPTIMIZER_DO,
        Setting::Momentum => MOMENTUM_DO,
        Setting::Nesterov => NESTEROV_DO,
        Setting::LearningRate => LEARNING_RATE_DO,
        Setting::Batch => BATCH_DO,
        Setting::Shuffle => SHUFFLE_DO,
        Setting::L1 => L1_DO,
        Setting::L2 => L2_DO,
    }
}

/// Why a line says nothing.
pub const fn idle(why: Idle) -> Word {
    match why {
        Idle::NoAge => NO_AGE,
        Idle::NothingToScale => NOTHING_TO_SCALE,
        Idle::NoHidden => NO_HIDDEN,
        Idle::OnlyGd => ONLY_GD,
        Idle::OnlyMomentum => ONLY_MOMENTUM,
        Idle::FullBatch => FULL_BATCH,
    }
}
