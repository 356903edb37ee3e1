//! Why a file of the user's choice could not be opened or saved.

super::words! {
    IN_FILE: "{0}: ", "{0}：";
    IN_LINE: "{0}, line {1}: ", "{0}、{1}行目：";
    IN_COLUMN: "{0}, line {1}, column {2}: ", "{0}、{1}行{2}列：";
    DETAIL: "{0}", "{0}";
    ABSENT: "there is no file {0}", "ファイル{0}がありません";
    FORBIDDEN: "{0} may not be read by you", "{0}を読む権限がありません";
    IS_FOLDER: "{0} is a folder, not a file", "{0}はファイルではなくフォルダです";
    IS_PIPE: "{0} is a pipe, not a file", "{0}はファイルではなくパイプです";
    IS_SOCKET: "{0} is a socket, not a file", "{0}はファイルではなくソケットです";
    IS_DEVICE: "{0} is a device, not a file", "{0}はファイルではなくデバイスです";
    UNWRITTEN: "{0} is a pipe that nobody writes into", "{0}は書き込む相手のいないパイプです";
    TOO_LARGE: "{0} is larger than {1} MiB, which no model or recipe is", "{0}は{1} MiBを超えています。モデルやレシピはそれより小さいはずです";
    UNREADABLE: "{0} could not be read: {1}", "{0}を読めません（{1}）";
    NO_MODEL: "{0} ", "{0}はモデルとして使えません：";
    NEITHER: "{0} is neither a model (JSON) nor a recipe (TOML)", "{0}はモデル（JSON）でもレシピ（TOML）でもありません";
    A_FOLDER: "{0} is a folder; put a name behind it", "{0}はフォルダです。後ろに名前を付けてください";
    NOT_A_FILE: "{0} is not a file; choose another name", "{0}はファイルではありません。別の名前にしてください";
    NO_FOLDER: "there is no folder {0}; make it first, or choose another", "フォルダ{0}がありません。先に作るか、別の場所にしてください";
}
